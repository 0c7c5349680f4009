//! What makes the file PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): what it says of itself, its colours, its
//! attachments, its catalogue.
//!
//! It never says of the file what the pages do not hold to.

use std::fmt::Write;

use lopdf::{Dictionary, Object, dictionary};

use super::contents::Id;
use super::file::{File, integer, link, text};
use crate::document::{Attachment, Document};
use crate::error::Result;

/// sRGB as an ICC profile of 480 bytes, version 4.2, by Clinton Ingram: Compact ICC Profiles, CC0 1.0.
const SRGB: &[u8] = include_bytes!("../../../assets/colour/sRGB-v4.icc");

/// What the catalogue points to.
pub(super) struct Parts {
    pub pages: Id,
    pub structure: Id,
    pub outlines: Option<Id>,
}

/// Writes the catalogue and what hangs on it; its number, and that of the document information.
pub(super) fn write(document: &Document, parts: &Parts, file: &mut File) -> Result<(Id, Id)> {
    let information = file.add(information(document))?;
    let files = attachments(document, file)?;
    let profile = file.stream(dictionary! { "N" => 3 }, SRGB)?;
    let intent = dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFA1", "OutputConditionIdentifier" => text("sRGB IEC61966-2.1"),
        "Info" => text("sRGB IEC61966-2.1"), "RegistryName" => text("http://www.color.org"),
        "DestOutputProfile" => link(profile),
    };
    let xmp = metadata(document, &file.fingerprint()?);
    let xmp = file.plain_stream(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes())?;
    let mut catalogue = dictionary! {
        "Type" => "Catalog", "Pages" => link(parts.pages), "StructTreeRoot" => link(parts.structure),
        "MarkInfo" => dictionary! { "Marked" => true }, "Lang" => text(&document.language),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true }, "Metadata" => link(xmp),
        "OutputIntents" => vec![Object::Dictionary(intent)],
    };
    if let Some(outlines) = parts.outlines {
        catalogue.set("Outlines", link(outlines));
        catalogue.set("PageMode", "UseOutlines");
    }
    if !files.is_empty() {
        let named: Vec<Object> = files.iter().flat_map(|(name, id)| [text(name), link(*id)]).collect();
        catalogue.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => named } });
        catalogue.set("AF", files.iter().map(|(_, id)| link(*id)).collect::<Vec<_>>());
    }
    Ok((file.add(catalogue)?, information))
}

/// The old place for what the file says of itself; it agrees with the metadata.
fn information(document: &Document) -> Dictionary {
    let about = &document.metadata;
    let made = about.created.strftime("D:%Y%m%d%H%M%SZ").to_string();
    dictionary! {
        "Title" => text(&document.title), "Author" => text(&about.author), "Subject" => text(&about.subject),
        "Keywords" => text(&about.keywords.join(", ")), "Creator" => text(&about.producer),
        "Producer" => text(&about.producer), "CreationDate" => text(&made), "ModDate" => text(&made),
    }
}

/// Embedded files (ISO 19005-3, 6.8), by name, as the name tree wants them.
fn attachments(document: &Document, file: &mut File) -> Result<Vec<(String, Id)>> {
    let mut files = Vec::new();
    for attachment in &document.attachments {
        files.push((attachment.name.clone(), embed(attachment, document, file)?));
    }
    files.sort_by_key(|(name, _)| super::file::encoded(text(name)));
    Ok(files)
}

fn embed(attachment: &Attachment, document: &Document, file: &mut File) -> Result<Id> {
    let made = document.metadata.created.strftime("D:%Y%m%d%H%M%SZ").to_string();
    let params = dictionary! { "Size" => integer(attachment.bytes.len()), "ModDate" => text(&made) };
    let kind = Object::Name(attachment.media_type.clone().into_bytes());
    let head = dictionary! { "Type" => "EmbeddedFile", "Subtype" => kind, "Params" => params };
    let stream = file.stream(head, &attachment.bytes)?;
    file.add(dictionary! {
        "Type" => "Filespec", "F" => text(&attachment.name), "UF" => text(&attachment.name),
        "Desc" => text(&attachment.description), "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => link(stream), "UF" => link(stream) },
    })
}

/// XMP (ISO 16684-1) with the two conformances, and the schema that PDF/A wants declared for PDF/UA's.
fn metadata(document: &Document, fingerprint: &[u8; 16]) -> String {
    let about = &document.metadata;
    let made = about.created.strftime("%Y-%m-%dT%H:%M:%SZ");
    let (title, language) = (escaped(&document.title), escaped(&document.language));
    let (author, subject, producer) = (escaped(&about.author), escaped(&about.subject), escaped(&about.producer));
    let keywords = escaped(&about.keywords.join(", "));
    let subjects: String = about.keywords.iter().map(|word| format!("<rdf:li>{}</rdf:li>", escaped(word))).collect();
    let id = uuid(fingerprint);
    let mut out = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>\
         <pdf:Keywords>{keywords}</pdf:Keywords>\n\
         <xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>\
         <xmp:MetadataDate>{made}</xmp:MetadataDate>\n\
         <xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>\n"
    );
    if !subjects.is_empty() {
        writeln!(out, "<dc:subject><rdf:Bag>{subjects}</rdf:Bag></dc:subject>").expect("a string takes every write");
    }
    out.push_str("</rdf:Description>\n");
    out.push_str(EXTENSION);
    out.push_str("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    out
}

/// The schema of the one property that XMP for PDF/A does not know (ISO 19005-3, 6.6.2.3).
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n\
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property>\n\
    </rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

/// A UUID of the file's own making (RFC 9562, version 8).
fn uuid(fingerprint: &[u8; 16]) -> uuid::Uuid {
    uuid::Builder::from_custom_bytes(*fingerprint).into_uuid()
}

/// Text as XML 1.0 holds it; what it cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
    out
}
