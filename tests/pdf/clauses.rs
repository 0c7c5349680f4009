//! Clauses of ISO 19005-3 (PDF/A-3a) and ISO 14289-1 (PDF/UA-1) that hold of the file and its faces, as veraPDF's
//! profiles test them. What holds of the tags stands in [`super::tags`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, Stream};

/// A finished file, as bytes and as objects.
struct Whole {
    bytes: Vec<u8>,
    file: Document,
}

/// A clause, and what is wrong by it.
type Clause = (&'static str, fn(&Whole) -> Vec<String>);

const CLAUSES: &[Clause] = &[
    ("A 6.1.2 and 6.1.3: the head, the end", ends),
    ("A 6.1.7.1: streams are as long as they say", lengths),
    ("A 6.1.7.2: filters", filters),
    ("A 6.1.13: limits", limits),
    ("A 6.2.3: one colour profile, for a display, in RGB", profile),
    ("A 6.2.11.7 and .8, UA 7.21.7 and .8: every code means a text", codes),
    ("A 6.5 and 6.4, UA 7.18: nothing acts", actions),
    ("A 6.8, UA 7.11: files in the file", attachments),
];

/// Fails with every clause that does not hold.
pub fn check(path: &Path, name: &str) {
    let bytes = std::fs::read(path).unwrap();
    let whole = Whole { file: Document::load_mem(&bytes).unwrap(), bytes };
    let wrong: Vec<_> =
        CLAUSES.iter().flat_map(|(clause, test)| test(&whole).into_iter().map(move |it| (clause, it))).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
}

fn unless(holds: bool, what: impl ToString) -> Vec<String> {
    if holds { Vec::new() } else { vec![what.to_string()] }
}

fn ends(whole: &Whole) -> Vec<String> {
    let binary = whole.bytes[10..14].iter().all(|&byte| byte > 127);
    let mut wrong = unless(whole.bytes.starts_with(b"%PDF-1.7\n%") && binary, "head");
    wrong.extend(unless(whole.bytes.ends_with(b"\n%%EOF\n"), "end"));
    wrong.extend(unless(whole.file.trailer.has(b"ID") && !whole.file.trailer.has(b"Encrypt"), "trailer"));
    wrong
}

fn lengths(whole: &Whole) -> Vec<String> {
    let mark = b">>stream\n";
    let starts = (0..whole.bytes.len() - mark.len()).filter(|&at| whole.bytes[at..].starts_with(mark));
    let mut found = 0;
    let mut wrong = Vec::new();
    for start in starts {
        let head = String::from_utf8_lossy(&whole.bytes[start.saturating_sub(400)..start]).into_owned();
        let Some((_, after)) = head.rsplit_once("/Length ") else { continue };
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        let end = start + mark.len() + digits.parse::<usize>().unwrap();
        found += 1;
        wrong
            .extend(unless(whole.bytes[end..].starts_with(b"\nendstream\nendobj\n"), format!("the stream at {start}")));
    }
    wrong.extend(unless(found > 5, format!("{found} streams")));
    wrong
}

fn streams(whole: &Whole) -> impl Iterator<Item = &Stream> {
    whole.file.objects.values().filter_map(|object| object.as_stream().ok())
}

fn filters(whole: &Whole) -> Vec<String> {
    let other = |stream: &&Stream| stream.dict.get(b"Filter").is_ok_and(|it| it.as_name().ok() != Some(b"FlateDecode"));
    streams(whole).filter(other).map(|stream| format!("{:?}", stream.dict)).collect()
}

fn limits(whole: &Whole) -> Vec<String> {
    let mut wrong = Vec::new();
    whole.file.objects.values().for_each(|object| within_limits(object, &mut wrong));
    wrong
}

fn within_limits(object: &Object, wrong: &mut Vec<String>) {
    let mut dict = |dict: &Dictionary| {
        for (key, value) in dict {
            wrong.extend(unless(key.len() <= 127, "a key's name"));
            within_limits(value, wrong);
        }
    };
    match object {
        Object::Dictionary(it) => dict(it),
        Object::Stream(stream) => dict(&stream.dict),
        Object::Array(items) => items.iter().for_each(|item| within_limits(item, wrong)),
        Object::String(bytes, _) => wrong.extend(unless(bytes.len() < 32_768, format!("a string of {}", bytes.len()))),
        Object::Name(name) => wrong.extend(unless(name.len() <= 127, "a name")),
        Object::Integer(number) => wrong.extend(unless(i32::try_from(*number).is_ok(), number)),
        _ => {}
    }
}

fn profile(whole: &Whole) -> Vec<String> {
    let intents = whole.file.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    let id = intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap();
    let stream = whole.file.get_object(id).unwrap().as_stream().unwrap();
    let icc = stream.decompressed_content().unwrap();
    let size = usize::try_from(u32::from_be_bytes(icc[..4].try_into().unwrap())).unwrap();
    let right = &icc[12..20] == b"mntrRGB " && icc[8] < 5 && size == icc.len() && &icc[36..40] == b"acsp";
    let one = intents.len() == 1 && stream.dict.get(b"N").unwrap().as_i64().unwrap() == 3;
    unless(right && one, "the profile")
}

/// What a face says of its codes: the text that each stands for, and how many have a width.
struct Meaning {
    texts: BTreeMap<u16, String>,
    widths: usize,
}

fn meaning(font: &Dictionary, file: &Document) -> Meaning {
    let id = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
    let map = file.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8(map).unwrap();
    let pairs = map.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
    let texts = pairs.filter(|(code, _)| *code != "0000").map(|(code, text)| {
        let units: Vec<u16> =
            (0..text.len()).step_by(4).map(|at| u16::from_str_radix(&text[at..at + 4], 16).unwrap()).collect();
        (u16::from_str_radix(code, 16).unwrap(), String::from_utf16(&units).unwrap())
    });
    let below = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let widths = file.get_dictionary(below).unwrap().get(b"W").unwrap().as_array().unwrap();
    Meaning { texts: texts.collect(), widths: widths[1].as_array().unwrap().len() }
}

fn codes(whole: &Whole) -> Vec<String> {
    let mut wrong = BTreeSet::new();
    for page in whole.file.page_iter() {
        let fonts = whole.file.get_page_fonts(page).unwrap();
        let meanings: BTreeMap<_, _> = fonts.iter().map(|(name, font)| (name, meaning(font, &whole.file))).collect();
        let mut face = None;
        for operation in Content::decode(&whole.file.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "Tf" => face = Some(&meanings[&operation.operands[0].as_name().unwrap().to_vec()]),
                "TJ" => shown(operation.operands[0].as_array().unwrap(), face.unwrap(), &mut wrong),
                _ => {}
            }
        }
    }
    wrong.into_iter().collect()
}

fn shown(items: &[Object], face: &Meaning, wrong: &mut BTreeSet<String>) {
    let strings = items.iter().filter_map(|item| item.as_str().ok());
    for code in strings.flat_map(|it| it.chunks(2)).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
        let text = face.texts.get(&code).map_or("", String::as_str);
        let odd =
            |it| matches!(it, '\0' | '\u{feff}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
        if code == 0 || text.is_empty() || text.contains(odd) || usize::from(code) >= face.widths {
            wrong.insert(format!("code {code} for {text:?}"));
        }
    }
}

fn actions(whole: &Whole) -> Vec<String> {
    let catalog = whole.file.catalog().unwrap();
    let keys: [&[u8]; 6] = [b"AcroForm", b"AA", b"OpenAction", b"OCProperties", b"Requirements", b"Perms"];
    let mut wrong: Vec<String> = keys.iter().filter(|key| catalog.has(key)).map(|key| format!("{key:?}")).collect();
    let page = |id| whole.file.get_dictionary(id).unwrap();
    let acts = |dict: &Dictionary| dict.has(b"Annots") || dict.has(b"AA") || dict.has(b"Group");
    wrong.extend(whole.file.page_iter().filter(|&id| acts(page(id))).map(|id| format!("page {id:?}")));
    wrong
}

fn attachments(whole: &Whole) -> Vec<String> {
    let catalog = whole.file.catalog().unwrap();
    let listed: Vec<_> = catalog
        .get(b"AF")
        .and_then(Object::as_array)
        .map_or(Vec::new(), |it| it.iter().filter_map(|id| id.as_reference().ok()).collect());
    let files = whole.file.objects.iter().filter_map(|(id, object)| Some((id, object.as_dict().ok()?)));
    let mut wrong = Vec::new();
    for (id, dict) in files.filter(|(_, dict)| dict.has(b"EF")) {
        let named = [b"F".as_slice(), b"UF", b"AFRelationship"].iter().all(|key| dict.has(key));
        let stream = dict.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap().as_reference().unwrap();
        let stream = whole.file.get_object(stream).unwrap().as_stream().unwrap();
        let kind = String::from_utf8(stream.dict.get(b"Subtype").unwrap().as_name().unwrap().to_vec()).unwrap();
        wrong.extend(unless(named && listed.contains(id) && kind.split('/').count() == 2, format!("{dict:?}")));
    }
    wrong
}
