//! ZIP files for tests, also such as no program writes.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A ZIP file in the making.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Adds a file.
    pub fn with(self, name: &str, bytes: &[u8]) -> Self {
        self.flagged(name, std::iter::once(bytes), 0)
    }

    /// Adds a file in pieces, which need not be held together.
    pub fn with_pieces<'p>(self, name: &str, pieces: impl Iterator<Item = &'p [u8]>) -> Self {
        self.flagged(name, pieces, 0)
    }

    /// Adds a file that claims to be sealed with a password.
    pub fn sealed(self, name: &str, bytes: &[u8]) -> Self {
        self.flagged(name, std::iter::once(bytes), 1)
    }

    fn flagged<'p>(mut self, name: &str, pieces: impl Iterator<Item = &'p [u8]>, flags: u16) -> Self {
        let (mut crc, mut size) = (flate2::Crc::new(), 0_u32);
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        for piece in pieces {
            crc.update(piece);
            size = size.wrapping_add(u32::try_from(piece.len()).expect("a piece"));
            encoder.write_all(piece).expect("memory");
        }
        let packed = encoder.finish().expect("memory");
        let mut shared = Vec::new();
        for value in [20, flags, 8, 0, 0] {
            shared.extend(value.to_le_bytes());
        }
        let packed_size = u32::try_from(packed.len()).expect("small");
        for value in [crc.sum(), packed_size, size] {
            shared.extend(value.to_le_bytes());
        }
        shared.extend(u16::try_from(name.len()).expect("a name").to_le_bytes());
        shared.extend(0_u16.to_le_bytes());
        let at = u32::try_from(self.bytes.len()).expect("small");
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&shared);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(20_u16.to_le_bytes());
        self.directory.extend(&shared);
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
        self
    }

    /// Its bytes.
    pub fn bytes(self) -> Vec<u8> {
        let at = u32::try_from(self.bytes.len()).expect("small");
        let length = u32::try_from(self.directory.len()).expect("small");
        let mut bytes = self.bytes;
        bytes.extend(self.directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend(self.count.to_le_bytes());
        bytes.extend(self.count.to_le_bytes());
        bytes.extend(length.to_le_bytes());
        bytes.extend(at.to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        bytes
    }
}

/// The parts of a workbook beside its sheets: of so many sheets, each with what stands in its element.
pub fn workbook(sheets: &[(&str, &str)]) -> Zip {
    let related = |id: usize, kind: &str, part: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"http://x/relationships/{kind}\" Target=\"{part}\"/>")
    };
    let mut all = String::new();
    let mut parts = related(0, "sharedStrings", "sharedStrings.xml") + &related(9_999, "styles", "styles.xml");
    for (at, (name, more)) in (1..).zip(sheets) {
        all += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\" {more}/>");
        parts += &related(at, "worksheet", &format!("worksheets/sheet{at}.xml"));
    }
    let relationships = |inner: &str| format!("<Relationships>{inner}</Relationships>");
    Zip::default()
        .with("_rels/.rels", relationships(&related(1, "officeDocument", "xl/workbook.xml")).as_bytes())
        .with("xl/workbook.xml", format!("<workbook><sheets>{all}</sheets></workbook>").as_bytes())
        .with("xl/_rels/workbook.xml.rels", relationships(&parts).as_bytes())
}
