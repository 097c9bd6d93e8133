/** Colours come in pairs, light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f5f0, #14161a);
  --card: light-dark(#fffefb, #1b1e24);
  --ink: light-dark(#23211d, #e8e6e1);
  --soft: light-dark(#6c675d, #9b9a95);
  --line: light-dark(#e2ddd1, #2e323b);
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
.breaking { --mark: light-dark(#b3352d, #f07f76); }
.unknown { --mark: light-dark(#6d4bb0, #b79cf0); }
.widening { --mark: light-dark(#b45a12, #f0a35e); }
.compatible { --mark: light-dark(#1d7a55, #4cc38f); }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif;
}
main { max-width: 64rem; margin: 0 auto; padding: 2.25rem 1.5rem 6rem; }
h1 { margin: 0 0 2rem; font-size: 1.6rem; text-wrap: balance; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.1rem; color: var(--mark); }
h2 small, .fine, .files, .place { color: var(--soft); font-weight: 400; }
p { margin: 0; overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; }
li {
  background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--mark);
  border-radius: .4rem; padding: .6rem .9rem; margin-bottom: .5rem;
}
code, .place, .files { font-family: var(--mono); font-size: .86rem; }
li > p:first-child > code { font-weight: 600; }
.change { color: var(--soft); }
`;
