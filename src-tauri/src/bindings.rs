//! The page's side of the commands, as TypeScript: every type that crosses, the words of closed lists, and one function a command. It is made
//! from the registry, written by `cargo xtask bindings`, and held to the registry by a test.

mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use ts_rs::TypeVisitor as _;

use crate::types::Types;

/// Writes them.
///
/// # Errors
/// What the file system refuses.
pub fn write(folder: &Path) -> std::io::Result<()> {
    files().iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text))
}

/// `types.ts`, `words.ts` and `commands.ts`.
#[must_use]
pub fn files() -> [(&'static str, String); 3] {
    const HEAD: &str = "// Made from the registry of commands by `cargo xtask bindings`; not to be edited.\n\n";
    let mut types = Types::default();
    let signatures: Vec<_> = crate::commands::COMMANDS.iter().map(|it| (it.name, (it.types)(&mut types))).collect();
    types.visit::<crate::commands::Progress>();
    types.visit::<crate::commands::Refusal>();
    types.visit::<crate::window::Dropped>();
    let mut commands = String::from(HEAD);
    let named: BTreeSet<&String> = types.declared.keys().collect();
    let used = named.into_iter().filter(|name| {
        signatures.iter().any(|(_, (args, reply))| named_in(args).chain(named_in(reply)).any(|it| it == name.as_str()))
    });
    let used: Vec<&str> = used.map(String::as_str).collect();
    let _ = writeln!(commands, "import type {{ {}, Progress }} from './types'", used.join(", "));
    commands.push_str("import { ask } from './transport'\n");
    for (name, (args, reply)) in &signatures {
        let args = if args == "null" { ("", "null") } else { (&*format!("args: {args}, "), "args") };
        let reply = if reply == "null" { "null" } else { reply };
        let _ = write!(
            commands,
            "\nexport const {} = ({}told?: (progress: Progress) => void): Promise<{reply}> =>\n  ask('{name}', {}, told)\n",
            camel(name),
            args.0,
            args.1
        );
    }
    let declared: Vec<&str> = types.declared.values().map(String::as_str).collect();
    let words = words::file(HEAD, |name| types.declared.contains_key(name));
    [("types.ts", format!("{HEAD}{}", declared.join("\n"))), ("words.ts", words), ("commands.ts", commands)]
}

fn named_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric() && it != '_')
}

/// `accounts_page` as TypeScript names it: `accountsPage`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        name + &head.to_uppercase() + tail
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_pages_types_and_functions_are_those_of_the_registry() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc");
        for (name, text) in super::files() {
            let path = folder.join(name);
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == text, "ui/src/ipc/{name} is not what the registry makes: cargo xtask bindings");
        }
    }

    #[test]
    fn no_command_stands_twice() {
        let names: std::collections::BTreeSet<_> = crate::commands::COMMANDS.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), crate::commands::COMMANDS.len());
    }
}
