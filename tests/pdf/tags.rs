//! What a program that reads aloud sees: every mark belongs to an element, every element holds what it says it holds.
//!
//! The clauses are those of ISO 14289-1 and ISO 19005-3 that can be decided without seeing the page.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Page and number of a mark.
type Mark = (ObjectId, i64);

/// Fails where anything drawn is neither tagged nor an artifact, or the tree does not hold together; else says how many
/// elements of each role there are.
pub fn check(path: &Path, name: &str) -> BTreeMap<String, usize> {
    let file = Document::load(path).unwrap();
    let catalog = file.catalog().unwrap();
    assert!(catalog.has(b"Lang") && catalog.has(b"Metadata") && catalog.has(b"OutputIntents"), "{name}");
    let root = part(&file, catalog, b"StructTreeRoot");
    let mut owners = owners(&file, root, name);
    let first = root.get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let mut roles = BTreeMap::new();
    walk(&file, first, root_id(catalog), &mut owners, &mut roles, name);
    assert!(owners.is_empty(), "{name}: marks that no element holds: {owners:?}");
    roles
}

fn root_id(catalog: &Dictionary) -> ObjectId {
    catalog.get(b"StructTreeRoot").unwrap().as_reference().unwrap()
}

fn part<'a>(file: &'a Document, dict: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
    file.dereference(dict.get(key).unwrap()).unwrap().1.as_dict().unwrap()
}

/// By mark the element that the parent tree names; checks each page's content on the way.
fn owners(file: &Document, root: &Dictionary, name: &str) -> BTreeMap<Mark, ObjectId> {
    let tree = part(file, root, b"ParentTree");
    let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
    let mut owners = BTreeMap::new();
    for (nth, page) in file.page_iter().enumerate() {
        let dict = file.get_dictionary(page).unwrap();
        assert_eq!(dict.get(b"Tabs").unwrap().as_name().unwrap(), b"S", "{name}");
        assert_eq!(dict.get(b"StructParents").unwrap().as_i64().unwrap(), i64::try_from(nth).unwrap(), "{name}");
        let listed = file.dereference(&numbers[nth * 2 + 1]).unwrap().1.as_array().unwrap();
        let marks = marks(&file.get_page_content(page), name);
        assert_eq!(marks, (0..i64::try_from(listed.len()).unwrap()).collect::<Vec<_>>(), "{name}, page {nth}");
        owners.extend(marks.into_iter().zip(listed).map(|(mark, owner)| ((page, mark), owner.as_reference().unwrap())));
    }
    owners
}

/// The numbers of a page's marks; everything drawn stands in one of them or in an artifact, never in both.
fn marks(content: &[u8], name: &str) -> Vec<i64> {
    let mut open: Vec<(Vec<u8>, bool)> = Vec::new();
    let (mut marks, mut in_text) = (Vec::new(), false);
    for operation in Content::decode(content).unwrap().operations {
        match operation.operator.as_str() {
            "BDC" => {
                let tag = operation.operands[0].as_name().unwrap().to_vec();
                let number = operation.operands[1].as_dict().unwrap().get(b"MCID").and_then(Object::as_i64);
                assert!(number.is_err() || open.is_empty(), "{name}: a mark within another");
                assert!(tag != b"Artifact" || open.is_empty(), "{name}: an artifact within a mark");
                marks.extend(number);
                open.push((tag, in_text));
            }
            "EMC" => assert_eq!(open.pop().unwrap().1, in_text, "{name}: a mark ends in another text object"),
            "BT" => in_text = true,
            "ET" => in_text = false,
            "TJ" | "S" | "f" | "re" | "m" | "l" => assert!(!open.is_empty(), "{name}: {operation:?} is not marked"),
            "Tf" | "Td" | "Ts" | "rg" | "RG" | "w" | "q" | "Q" | "cm" => {}
            other => panic!("{name}: nobody writes {other}"),
        }
    }
    assert!(open.is_empty(), "{name}: a mark is left open");
    marks
}

fn walk(
    file: &Document,
    id: ObjectId,
    parent: ObjectId,
    owners: &mut BTreeMap<Mark, ObjectId>,
    roles: &mut BTreeMap<String, usize>,
    name: &str,
) {
    let element = file.get_dictionary(id).unwrap();
    let role = element.get(b"S").unwrap().as_name().unwrap();
    *roles.entry(String::from_utf8(role.to_vec()).unwrap()).or_default() += 1;
    assert_eq!(element.get(b"P").unwrap().as_reference().unwrap(), parent, "{name}");
    let kids = match element.get(b"K").unwrap() {
        Object::Array(kids) => kids.clone(),
        single => vec![single.clone()],
    };
    let mut below = Vec::new();
    for kid in kids {
        let mark = match &kid {
            Object::Integer(number) => (element.get(b"Pg").unwrap().as_reference().unwrap(), *number),
            Object::Dictionary(mark) => {
                (mark.get(b"Pg").unwrap().as_reference().unwrap(), mark.get(b"MCID").unwrap().as_i64().unwrap())
            }
            Object::Reference(child) => {
                below.push(file.get_dictionary(*child).unwrap().get(b"S").unwrap().as_name().unwrap().to_vec());
                walk(file, *child, id, owners, roles, name);
                continue;
            }
            other => panic!("{name}: {other:?} in an element"),
        };
        assert_eq!(owners.remove(&mark), Some(id), "{name}: {mark:?}");
    }
    holds(role, &below, element, name);
}

/// What may stand in what (ISO 32000-1, 14.8.4.3), and what an element must say of itself.
fn holds(role: &[u8], below: &[Vec<u8>], element: &Dictionary, name: &str) {
    let allowed: &[&[u8]] = match role {
        b"Table" => &[b"Caption", b"THead", b"TBody"],
        b"THead" | b"TBody" => &[b"TR"],
        b"TR" => &[b"TH", b"TD"],
        b"L" => &[b"LI"],
        b"LI" => &[b"Lbl", b"LBody"],
        b"Figure" => {
            assert!(element.has(b"Alt") && element.has(b"A"), "{name}: a picture without words");
            &[]
        }
        b"TH" => {
            assert!(element.has(b"A"), "{name}: a header cell without a scope");
            &[]
        }
        _ => return,
    };
    let has = |kid: &[u8]| below.iter().any(|it| it == kid);
    assert!(role != b"Table" || has(b"TBody") || !has(b"THead"), "{name}: a table with a head and no body");
    assert!(below.iter().all(|kid| allowed.contains(&kid.as_slice())), "{name}: {below:?} in {role:?}");
    assert!(role != b"TR" || matches!(below.len(), 4 | 6), "{name}: a row of {} cells", below.len());
}

/// The bookmarks' titles, depth first.
pub fn bookmarks(path: &Path) -> Vec<String> {
    let file = Document::load(path).unwrap();
    let mut titles = Vec::new();
    titled(&file, part(&file, file.catalog().unwrap(), b"Outlines"), &mut titles);
    titles
}

fn titled(file: &Document, above: &Dictionary, titles: &mut Vec<String>) {
    let mut next = above.get(b"First").ok().cloned();
    while let Some(id) = next {
        let dict = file.dereference(&id).unwrap().1.as_dict().unwrap();
        titles.push(lopdf::decode_text_string(dict.get(b"Title").unwrap()).unwrap());
        titled(file, dict, titles);
        next = dict.get(b"Next").ok().cloned();
    }
}
