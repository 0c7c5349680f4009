/** What the page's modules expect of a browser at import, for tests of logic in Node. */
globalThis.document ??= { documentElement: { lang: 'en', dataset: {} } } as unknown as Document
