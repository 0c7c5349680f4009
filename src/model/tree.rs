//! A tree of a case: regions, or organisations. It knows names and what lies below what; it counts nothing itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::model::ids::NodeId;

/// A node as the book keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: NodeId,
    /// The node above.
    pub parent: Option<NodeId>,
    /// Its own name.
    pub name: String,
}

/// Levels of a tree that people draw up; a path with more is a text in the wrong column.
pub const DEEPEST: usize = 32;

/// Letters of a node's name; a longer one is a text in the wrong column.
pub const LONGEST_NAME: usize = 200;

/// Whether a path `A/B` has no more levels and no longer names than a tree may have.
#[must_use]
pub fn fits(path: &str) -> bool {
    split(path).count() <= DEEPEST && split(path).all(|name| name.chars().count() <= LONGEST_NAME)
}

/// The names of a path `A/B`; `\/` is a stroke within a name.
pub fn split(path: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let text = rest?;
        let is_end = |at: &usize| !text[..*at].ends_with('\\');
        let end = text.match_indices('/').map(|(at, _)| at).find(is_end);
        let name = end.map_or(text, |at| &text[..at]).trim();
        rest = end.map(|at| &text[at + 1..]);
        Some(if name.contains("\\/") { Cow::Owned(name.replace("\\/", "/")) } else { Cow::Borrowed(name) })
    })
}

/// A name as it is written in a path.
#[must_use]
pub fn escaped(name: &str) -> Cow<'_, str> {
    if name.contains('/') { Cow::Owned(name.replace('/', "\\/")) } else { Cow::Borrowed(name) }
}

/// The path of names: [`split`] says the same names of it.
#[must_use]
pub fn joined<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| escaped(name.as_ref())).collect::<Vec<_>>().join("/")
}

/// The path that a cell of a sheet says: names between strokes with blanks around them. Any other stroke is one of a name.
#[must_use]
pub fn of_cell(cell: &str) -> String {
    let between = |pair: (usize, char)| {
        pair.1 == '/' && {
            cell[..pair.0].ends_with(char::is_whitespace) && cell[pair.0 + 1..].starts_with(char::is_whitespace)
        }
    };
    let mut names = Vec::new();
    let mut from = 0;
    for (at, _) in cell.char_indices().filter(|pair| between(*pair)) {
        names.push(cell[from..at].trim());
        from = at + 1;
    }
    names.push(cell[from..].trim());
    names.retain(|name| !name.is_empty());
    joined(&names)
}

/// How a name is compared with others: what looks the same is the same, whatever its case and however its letters are put together.
#[must_use]
pub fn alike(name: &str) -> String {
    let lower = name.to_lowercase();
    if lower.is_ascii() && !lower.contains("  ") {
        return lower.trim().to_owned();
    }
    let unseen = |it: &char| matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let seen: String = lower.nfc().filter(|it| !unseen(it)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nodes with their paths, parents before children, siblings in the order given.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    nodes: Vec<Placed>,
    at: BTreeMap<NodeId, usize>,
}

#[derive(Debug, Clone)]
struct Placed {
    node: Node,
    parent: Option<usize>,
    path: Vec<String>,
}

impl Tree {
    /// Puts nodes in order. One whose parent is missing stands at the top: it is shown, not lost.
    #[must_use]
    pub fn new(nodes: Vec<Node>) -> Self {
        let known: BTreeMap<NodeId, ()> = nodes.iter().map(|node| (node.id, ())).collect();
        let mut below: BTreeMap<Option<NodeId>, Vec<Node>> = BTreeMap::new();
        for node in nodes {
            let parent = node.parent.filter(|parent| known.contains_key(parent));
            below.entry(parent).or_default().push(node);
        }
        let mut tree = Self::default();
        tree.place(None, None, &mut below);
        tree
    }

    fn place(&mut self, id: Option<NodeId>, parent: Option<usize>, below: &mut BTreeMap<Option<NodeId>, Vec<Node>>) {
        for node in below.remove(&id).unwrap_or_default() {
            let above = parent.and_then(|at| self.nodes.get(at)).map_or(&[][..], |above| &above.path);
            let path = above.iter().chain([&node.name]).cloned().collect();
            let (id, at) = (node.id, self.nodes.len());
            self.at.insert(id, at);
            self.nodes.push(Placed { node, parent, path });
            self.place(Some(id), Some(at), below);
        }
    }

    /// How many nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The place of a node in the order.
    #[must_use]
    pub fn place_of(&self, id: NodeId) -> Option<usize> {
        self.at.get(&id).copied()
    }

    /// A node with all below it; none where it is not of this tree.
    #[must_use]
    pub fn with_all_below(&self, id: NodeId) -> Vec<NodeId> {
        let Some(from) = self.place_of(id).and_then(|at| self.nodes.get(at..)) else { return Vec::new() };
        let depth = from.first().map_or(0, |placed| placed.path.len());
        // Children follow their parents, so the branch ends where a node is no deeper.
        let below = from.iter().skip(1).take_while(|placed| placed.path.len() > depth);
        from.iter().take(1).chain(below).map(|placed| placed.node.id).collect()
    }

    /// Name and path of a node.
    #[must_use]
    pub fn named(&self, id: NodeId) -> Option<(&str, &[String])> {
        let placed = self.nodes.get(self.place_of(id)?)?;
        Some((&placed.node.name, &placed.path))
    }

    /// Names and paths in order.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.nodes.iter().map(|placed| (placed.node.name.as_str(), placed.path.as_slice()))
    }

    /// Rule 7: of each node's own, what it holds with all below it. Both are in the order of [`Tree::rows`].
    #[must_use]
    pub fn with_children<T: Clone>(&self, own: &[T], join: impl Fn(&mut T, &T)) -> Vec<T> {
        let mut all = own.to_vec();
        // Children come after their parents, so from the end each is whole before it is joined.
        for at in (0..all.len()).rev() {
            let Some(parent) = self.nodes.get(at).and_then(|placed| placed.parent) else { continue };
            let (before, from_here) = all.split_at_mut(at);
            if let (Some(above), Some(child)) = (before.get_mut(parent), from_here.first()) {
                join(above, child);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: i64, parent: Option<i64>, name: &str) -> Node {
        let (id, parent) = (NodeId::new(id), parent.map(NodeId::new));
        Node { id, parent, name: name.to_owned() }
    }

    #[test]
    fn rule_07_rolled_up_rows_hold_their_own_and_all_below() {
        let nodes =
            [node(3, Some(2), "Oslo"), node(1, None, "Iberia"), node(2, None, "Nordics"), node(4, Some(3), "Port")];
        let tree = Tree::new(nodes.to_vec());
        let paths: Vec<String> = tree.rows().map(|(_, path)| path.join("/")).collect();
        assert_eq!(paths, ["Iberia", "Nordics", "Nordics/Oslo", "Nordics/Oslo/Port"]);
        assert_eq!(([2, 1].map(|id| tree.with_all_below(NodeId::new(id)).len())), [3, 1]);
        assert_eq!(tree.with_children(&[1, 10, 100, 1_000], |above, below| *above += below), [1, 1_110, 1_100, 1_000]);
    }

    #[test]
    fn a_node_whose_parent_is_missing_is_shown_at_the_top() {
        let tree = Tree::new(vec![node(5, Some(99), "Stray")]);
        assert_eq!(tree.rows().map(|(_, path)| path.len()).collect::<Vec<_>>(), [1]);
        assert_eq!(tree.place_of(NodeId::new(5)), Some(0));
    }

    #[test]
    fn a_path_says_its_names_and_a_stroke_within_one() {
        for (path, names) in [
            ("A/B", &["A", "B"][..]),
            (" A / B ", &["A", "B"]),
            ("Klient A\\/S", &["Klient A/S"]),
            ("Nord/Klient A\\/S", &["Nord", "Klient A/S"]),
            ("DOMAIN\\Unit", &["DOMAIN\\Unit"]),
            ("A//B", &["A", "", "B"]),
        ] {
            assert_eq!(split(path).collect::<Vec<_>>(), names, "{path}");
        }
        assert_eq!(joined(&["Nord", "Klient A/S"]), "Nord/Klient A\\/S");
        for (cell, path) in [
            ("Fjord Shipping A/S", "Fjord Shipping A\\/S"),
            ("24/7 Desk", "24\\/7 Desk"),
            ("Nord / Hamburg", "Nord/Hamburg"),
            ("Nord / Klient A/S", "Nord/Klient A\\/S"),
            ("Nord/ Hamburg", "Nord\\/ Hamburg"),
        ] {
            assert_eq!(of_cell(cell), path, "{cell}");
        }
    }

    #[test]
    fn what_looks_the_same_is_the_same_name() {
        for name in ["Süd", "SÜD", "Su\u{308}d", " Süd ", "Süd\u{200b}", "S\u{ad}üd"] {
            assert_eq!(alike(name), "süd", "{name:?}");
        }
        for name in ["Nord Ost", "Nord\u{a0}Ost", "Nord  Ost", "Nord\u{2009}Ost"] {
            assert_eq!(alike(name), "nord ost", "{name:?}");
        }
        assert_ne!(alike("Nordost"), alike("Nord Ost"));
    }
}
