/** Colours come in pairs, light and dark; each kind of pair has a letter and a pattern besides. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f5f0, #14161a);
  --card: light-dark(#fffefb, #1b1e24);
  --sunk: light-dark(#f3f0e9, #15181d);
  --ink: light-dark(#23211d, #e8e6e1);
  --soft: light-dark(#6c675d, #9b9a95);
  --line: light-dark(#e2ddd1, #2e323b);
  --native: light-dark(#1d7a55, #4cc38f);
  --tagged: light-dark(#2563a8, #6cb0f5);
  --jsonType: light-dark(#8a8577, #7d828c);
  --plain: light-dark(#b45a12, #f0a35e);
  --rank: light-dark(#6d4bb0, #b79cf0);
  --bad: light-dark(#b3352d, #f07f76);
  --on: light-dark(#ffffff, #101216);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr);
  background: var(--paper); color: var(--ink);
  font: 15px/1.55 var(--sans); -webkit-font-smoothing: antialiased;
}
[hidden] { display: none !important; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; background: var(--card); padding: .5rem 1rem; }
a { color: inherit; }
h1, h2, h3, h4, p, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
code, pre, .place, .ask, .leaf b, h2, .variants { font-family: var(--mono); }
small { font-weight: 400; color: var(--soft); }
.fine { color: var(--soft); font-size: .84rem; }

nav {
  grid-column: 1; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto;
  padding: 2.25rem 1rem 2rem 1.75rem; font-size: .84rem; scrollbar-width: thin;
}
.brand { color: var(--soft); letter-spacing: .01em; margin-bottom: 1.1rem; }
.brand b { color: var(--ink); font-weight: 600; }
.filter { display: block; margin-bottom: 1rem; color: var(--soft); font-size: .75rem; }
.filter input {
  display: block; width: 100%; margin-top: .25rem; padding: .42rem .6rem; font: .84rem var(--sans);
  color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
}
.filter input:focus-visible, summary:focus-visible, a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--tagged); outline-offset: 2px; }
nav h2 { font: 600 .84rem var(--sans); margin: 1.1rem 0 .3rem .4rem; }
nav a { display: flex; gap: .55rem; align-items: baseline; padding: .16rem .4rem; border-radius: .3rem; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { background: var(--line); }
.dot { flex: none; width: .5rem; height: .5rem; border-radius: 50%; background: var(--jsonType); }
.dot.native { background: var(--native); }
.dot.tagged { background: var(--tagged); }
.dot.plain { background: var(--plain); }

main { grid-column: 2; padding: 2.25rem 2rem 6rem 1rem; max-width: 72rem; min-width: 0; }
.top { margin: 0 0 2.25rem; }
:not(:first-child).top { margin-top: 4.5rem; }
.file { font: .84rem var(--mono); color: var(--soft); }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; font-weight: 650; margin: .2rem 0 .3rem; text-wrap: balance; }
h1 small { font-size: 1.1rem; letter-spacing: 0; }
.lead { color: var(--soft); }
.card .lead::first-letter, .advice p::first-letter { text-transform: uppercase; }
.meter { display: block; width: 100%; height: .5rem; border-radius: .25rem; margin: 1.25rem 0 .6rem; }
rect.native { fill: var(--native); } rect.tagged { fill: var(--tagged); } rect.plain { fill: var(--plain); } rect.jsonType { fill: var(--jsonType); opacity: .45; }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; font-size: .84rem; color: var(--soft); }
.keys li { display: flex; gap: .4rem; align-items: baseline; }
.keys b { color: var(--ink); font-variant-numeric: tabular-nums; }

.card {
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  padding: 1.5rem 1.6rem 1.25rem; margin: 0 0 1.5rem; content-visibility: auto; contain-intrinsic-size: auto 40rem;
}
.card header { display: flex; flex-wrap: wrap; gap: .35rem .8rem; align-items: baseline; }
h2 { font-size: 1.16rem; font-weight: 620; letter-spacing: -.01em; overflow-wrap: anywhere; }
.badge {
  font-size: .72rem; font-weight: 600; letter-spacing: .02em; padding: .08rem .55rem; border-radius: 1rem;
  color: var(--hue); border: 1px solid color-mix(in srgb, var(--hue) 45%, transparent); background: color-mix(in srgb, var(--hue) 9%, transparent);
}
.card.native { --hue: var(--native); } .card.tagged { --hue: var(--tagged); } .card.plain { --hue: var(--plain); }
.place { font-size: .78rem; color: var(--soft); overflow-wrap: anywhere; }
.where { margin-bottom: 1.1rem; }

.tree { overflow-x: auto; padding: 1.1rem 1.2rem; margin-bottom: .55rem; background: var(--sunk); border-radius: .55rem; }
.node { display: flex; align-items: center; width: max-content; }
.ask {
  flex: none; padding: .34rem .75rem; border-radius: .45rem; font-size: .84rem; font-weight: 600;
  color: var(--on); background: var(--hue, var(--tagged)); position: relative; margin-right: 1.5rem;
}
.ask.value { font-family: var(--sans); background: var(--soft); }
.ask::after { content: ""; position: absolute; left: 100%; top: 50%; width: 1.5rem; border-top: 1.5px solid var(--line-strong, color-mix(in srgb, var(--soft) 55%, transparent)); }
.node > ul { display: grid; grid-template-columns: auto auto; }
.node > ul > li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; position: relative; padding: .22rem 0; }
.node > ul > li::before {
  content: ""; position: absolute; left: 0; top: 0; bottom: 0;
  border-left: 1.5px solid color-mix(in srgb, var(--soft) 55%, transparent);
}
.node > ul > li:first-child::before { top: 50%; }
.node > ul > li:last-child::before { bottom: 50%; }
.node > ul > li:only-child::before { display: none; }
.edge { display: flex; align-items: center; font-size: .8rem; color: var(--soft); }
.edge::before, .edge::after { content: ""; flex: none; width: 1rem; border-top: 1.5px solid color-mix(in srgb, var(--soft) 55%, transparent); }
.edge::after { flex: 1 0 1rem; }
.edge span { padding: 0 .55rem; max-width: 32rem; overflow-wrap: anywhere; }
.leaf {
  justify-self: start; display: flex; flex-direction: column; padding: .3rem .7rem; border-radius: .45rem; line-height: 1.35;
  background: var(--card); border: 1px solid color-mix(in srgb, var(--hue) 40%, var(--line)); max-width: 24rem;
}
.leaf b { font-size: .82rem; font-weight: 600; overflow-wrap: anywhere; }
.leaf small { font-size: .74rem; overflow-wrap: anywhere; }
.leaf small.tag { font-family: var(--mono); color: var(--hue); }
.leaf.lost { border-style: dashed; border-color: var(--plain); color: var(--plain); font-size: .82rem; }
.variants { display: flex; flex-wrap: wrap; gap: .4rem; font-size: .8rem; margin-bottom: .6rem; }
.variants li { padding: .2rem .6rem; border: 1px solid var(--line); border-radius: .4rem; overflow-wrap: anywhere; }

h3 { font-size: .95rem; font-weight: 620; margin: 1.4rem 0 .7rem; }
h3 small { margin-left: .4rem; font-size: .84rem; }
h4 { font: 600 .8rem var(--mono); overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: minmax(0, max-content) minmax(16rem, 1fr); gap: 1rem 2.25rem; align-items: start; }
.columns.wide { grid-template-columns: minmax(0, 1fr); }
.matrix { overflow-x: auto; max-width: 100%; padding: 2px; }
.matrix table { border-collapse: separate; border-spacing: 3px; margin-left: -3px; }
.matrix th { font-weight: 400; font-size: .78rem; color: var(--soft); white-space: nowrap; }
.matrix th[scope=row] { text-align: right; padding-right: .4rem; font-family: var(--mono); color: var(--ink); }
.matrix th[scope=row] span { display: inline-block; max-width: 17rem; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
.matrix i { font-style: normal; color: var(--soft); font-variant-numeric: tabular-nums; }
.matrix td { width: 1.65rem; min-width: 1.65rem; height: 1.65rem; text-align: center; border-radius: .3rem; padding: 0; }
.matrix abbr { text-decoration: none; }
.self { background: radial-gradient(circle, var(--line) 0 .14rem, transparent .15rem); }
.proof, .rank, .evidence, .open { font: 600 .76rem/1 var(--mono); }
.proof { background: var(--native); color: var(--on); }
.rank { background: var(--rank); color: var(--on); }
.evidence {
  color: var(--plain); box-shadow: inset 0 0 0 1.5px var(--plain);
  background: repeating-linear-gradient(-45deg, color-mix(in srgb, var(--plain) 22%, transparent) 0 2px, transparent 2px 5px);
}
.open { color: var(--bad); box-shadow: inset 0 0 0 1.5px var(--bad); }
.key { flex: none; display: inline-grid; place-items: center; width: 1.3rem; height: 1.3rem; border-radius: .28rem; }
.legend { margin-top: .7rem; font-size: .78rem; color: var(--soft); }
.legend li { display: flex; gap: .5rem; align-items: center; padding: .1rem 0; }
.doubts details { border-top: 1px solid var(--line); padding: .45rem 0; }
.doubts details:first-child { border-top: 0; padding-top: 0; }
.doubts > .more { border-top: 1px solid var(--line); padding: .45rem 0 0; }
.doubts > .more > summary { font: .84rem var(--sans); color: var(--soft); }
summary { cursor: pointer; }
.doubts summary { display: flex; gap: .6rem; align-items: center; font: .8rem var(--mono); list-style: none; overflow-wrap: anywhere; }
.doubts summary::-webkit-details-marker { display: none; }
.doubts summary i { color: var(--soft); font-family: var(--sans); font-style: normal; }
.doubts summary:hover span { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
.doubts ul { margin: .4rem 0 .4rem 1.9rem; font-size: .86rem; }
.doubts li { list-style: disc; margin-left: 1rem; overflow-wrap: anywhere; }
.doubts .fine, .doubts pre { margin-left: 1.9rem; }
.proven ul { font-size: .86rem; color: var(--soft); margin-top: .3rem; }
pre {
  margin: .35rem 0; padding: .7rem .85rem; font-size: .78rem; line-height: 1.5; overflow: auto; max-height: 26rem;
  background: var(--sunk); border-radius: .45rem; tab-size: 2;
}
.note { font-size: .86rem; padding: .45rem .8rem; margin: .5rem 0; border-radius: .45rem; background: var(--sunk); overflow-wrap: anywhere; }
.note.warning b { color: var(--plain); } .note.error b { color: var(--bad); } .note.info b { color: var(--tagged); }
.advice { margin-top: 1.4rem; padding: .9rem 1.1rem; border-radius: .55rem; background: color-mix(in srgb, var(--native) 7%, transparent); }
.advice h3 { margin: 0 0 .2rem; color: var(--native); }
.advice p { font-size: .9rem; overflow-wrap: anywhere; }
.advice summary, .source summary { font-size: .84rem; color: var(--soft); padding: .3rem 0; }
.edits { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .4rem 1rem; }
.sources { margin-top: 1.1rem; border-top: 1px solid var(--line); padding-top: .4rem; }
.source summary .place { margin-left: .4rem; }
.lines i { display: inline-block; min-width: 2.5rem; padding-right: 1rem; text-align: right; font-style: normal; color: var(--soft); opacity: .75; user-select: none; white-space: pre; }

.list { margin: 2.75rem 0 0; }
.list h2 { font-family: var(--sans); margin: 1.75rem 0 .7rem; }
.list h2 small { font-size: .86rem; letter-spacing: 0; }
.list table { width: 100%; border-collapse: collapse; font-size: .86rem; }
.list td { padding: .5rem 1rem .5rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.list td:last-child { padding-right: 0; width: 30%; }
.list code { font-size: .82rem; }
.yes, .no { padding-left: 1.3rem; position: relative; }
.yes::before, .no::before { position: absolute; left: 0; font-weight: 700; }
.yes::before { content: "✓"; color: var(--native); }
.no::before { content: "✗"; color: var(--plain); }
.no { color: var(--plain); }
.no::first-line { font-weight: 500; }
.effect.contradiction, .effect.closedMember, .effect.intersection { color: var(--plain); }

@media (max-width: 60rem) {
  body { display: block; }
  nav { position: static; max-height: none; padding: 1.5rem 1.25rem 0; }
  nav ol { max-height: 12rem; overflow: auto; }
  main { padding: 1.5rem 1.25rem 4rem; }
  .columns { grid-template-columns: minmax(0, 1fr); }
}
@media print { nav { display: none; } body { display: block; } .card { break-inside: avoid-page; } }
`;
