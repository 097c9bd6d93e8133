import type {
  Place,
  UnionExplanation,
  VariantExplanation,
} from "../explanation.ts";
import { adviceHead, outcomeNames, outcomeWords } from "../outcome-words.ts";
import type { Excerpt } from "./excerpt.ts";
import { markup, type Markup } from "./markup.ts";
import { pairsMarkup } from "./pairs.ts";
import { treeMarkup } from "./tree.ts";

export interface CardContext {
  readonly id: string;
  readonly excerptOf: (place: Place) => Excerpt | undefined;
}

/** What a union is called: its name, or its variants. */
export const titleOf = ({ name, variants }: UnionExplanation): string =>
  name ?? variants.map((variant) => variant.name).join(" | ");

export const placeMarkup = ({ source, line, column, pointer }: Place): Markup =>
  markup`<span class="place" title="#${pointer}"
    >${source}${line === undefined ? "" : `:${line}:${column}`}</span
  >`;

/** What the pairs say already, and better. */
const inPairs: ReadonlySet<string> = new Set([
  "union/ambiguous",
  "union/indistinct-variants",
]);

export function unionCard(
  union: UnionExplanation,
  { id, excerptOf }: CardContext,
): Markup {
  const { outcome, place, also, notes } = union;
  const others =
    also.length === 0
      ? undefined
      : markup` <span class="fine">and ${also.length} more like it</span>`;
  return markup`<article class="card ${outcome}" id="${id}">
    <header>
      <h2>${titleOf(union)}</h2>
      <span class="badge">${outcomeNames[outcome]}</span>
    </header>
    <p class="lead">${outcomeWords(union)}</p>
    <p class="where">${placeMarkup(place)}${others}</p>
    ${treeMarkup(union) ?? variantList(union)}${notes.filter(({ code }) => !inPairs.has(code)).map(({ severity, message }) => markup`<p class="note ${severity}"><b>${severity}</b> ${message}</p>`)}${pairsMarkup(union)}${adviceMarkup(union)}${sources(union, excerptOf)}
  </article>`;
}

const variantList = ({ variants }: UnionExplanation): Markup =>
  markup`<ul class="variants">
    ${variants.map(({ name }) => markup`<li>${name}</li>`)}
  </ul>`;

function adviceMarkup({
  advice,
  variants,
  outcome,
}: UnionExplanation): Markup | undefined {
  const [first, ...more] = advice;
  if (first === undefined) return undefined;
  const edits = first.edits.map(
    ({ variant, yaml }) =>
      markup`<div>
        <h4>${variants[variant]?.name}</h4>
        <pre>${yaml}</pre>
      </div>`,
  );
  const shown =
    edits.length === 0
      ? undefined
      : markup`<details>
          <summary>
            ${edits.length === 1 ? "1 edit" : `${edits.length} edits`}
          </summary>
          <div class="edits">${edits}</div>
        </details>`;
  const also = more.map(({ words }) => markup`<p>${words}.</p>`);
  return markup`<aside class="advice">
    <h3>${adviceHead(outcome)}</h3>
    <p>${first.words}.</p>
    ${shown}${also}
  </aside>`;
}

/** A source of no more lines than this is seen at once. */
const short = 18;

/** The union as it was written, and those of its variants that stand elsewhere. */
function sources(
  union: UnionExplanation,
  excerptOf: CardContext["excerptOf"],
): Markup | undefined {
  const own = excerptOf(union.place);
  if (own === undefined) return undefined;
  const elsewhere = union.variants.filter(
    ({ place }) => !place.pointer.startsWith(`${union.place.pointer}/`),
  );
  return markup`<div class="sources">
    ${excerptMarkup("As written", union.place, own, true)}${elsewhere.map((variant) => variantSource(variant, excerptOf))}
  </div>`;
}

function variantSource(
  { name, place }: VariantExplanation,
  excerptOf: CardContext["excerptOf"],
): Markup | undefined {
  const excerpt = excerptOf(place);
  return excerpt && excerptMarkup(name, place, excerpt, false);
}

function excerptMarkup(
  title: string,
  place: Place,
  { line, lines, hidden }: Excerpt,
  isOpen: boolean,
): Markup {
  const width = line === undefined ? 0 : String(line + lines.length).length;
  const numberOf = (index: number): Markup | undefined =>
    line === undefined
      ? undefined
      : markup`<i>${String(line + index).padStart(width)}</i>`;
  const rows = lines.map(
    (text, index) => markup`${numberOf(index)}${text}${"\n"}`,
  );
  const more =
    hidden > 0
      ? markup`<p class="fine">and ${hidden} more lines</p>`
      : undefined;
  const inside = markup`<summary>
      ${title} <span>${placeMarkup(place)}</span>
    </summary>
    <pre class="lines">${rows}</pre>
    ${more}`;
  return isOpen && lines.length + hidden <= short
    ? markup`<details class="source" open>${inside}</details>`
    : markup`<details class="source">${inside}</details>`;
}
