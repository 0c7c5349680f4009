//! Reads a finished file back: what stands on its pages, in its strings and in its metadata. It judges nothing and
//! changes nothing; whoever must be sure that a word does not stand in a file asks here.

use lopdf::{Document, Object, Stream};

use crate::error::{Error, Result};

/// Every text of a finished file.
///
/// # Errors
/// `export.unreadable` where the bytes are no PDF.
pub fn texts(bytes: &[u8]) -> Result<Vec<String>> {
    let unreadable = |cause: lopdf::Error| Error::new("export.unreadable").because(cause);
    let file = Document::load_mem(bytes).map_err(unreadable)?;
    let mut found = Vec::new();
    for number in file.get_pages().into_keys() {
        found.push(file.extract_text(&[number]).map_err(unreadable)?);
    }
    for object in file.objects.values() {
        strings(object, &mut found);
    }
    Ok(found)
}

fn strings(object: &Object, found: &mut Vec<String>) {
    match object {
        Object::String(..) => found.extend(lopdf::decode_text_string(object)),
        Object::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, value)| strings(value, found)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| strings(value, found));
            found.extend(metadata(stream));
        }
        _ => {}
    }
}

/// The text of an XMP packet, without its tags.
fn metadata(stream: &Stream) -> Vec<String> {
    if !stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Metadata")) {
        return Vec::new();
    }
    let packet = String::from_utf8_lossy(&stream.content).into_owned();
    packet.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim().to_owned()).collect()
}
