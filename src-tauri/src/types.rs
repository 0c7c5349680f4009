//! Types that cross to the page, as TypeScript: each once, with all that it is made of. It knows no command.

use std::any::TypeId;
use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

/// The types met so far.
pub struct Types {
    config: Config,
    seen: BTreeMap<TypeId, ()>,
    /// By name.
    pub declared: BTreeMap<String, String>,
}

impl Default for Types {
    fn default() -> Self {
        // Ids stay below 2^53 (`model::account`), so a number of the page holds them.
        Self { config: Config::new().with_large_int("number"), seen: BTreeMap::new(), declared: BTreeMap::new() }
    }
}

impl Types {
    /// The name of a type; it and what it is made of are declared.
    pub fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.insert(TypeId::of::<T>(), ()).is_some() {
            return;
        }
        T::visit_generics(self);
        if T::output_path().is_none() {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}\n", T::decl(&self.config));
        let name = T::ident(&self.config);
        let before = self.declared.insert(name.clone(), declaration.clone());
        assert!(before.is_none_or(|it| it == declaration), "two types are called {name}: give one #[ts(rename)]");
        T::visit_dependencies(self);
    }
}
