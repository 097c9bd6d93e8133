import type { PairExplanation, UnionExplanation } from "../explanation.ts";
import {
  kindOf,
  reasonWords,
  stateWords,
  tellingFirst,
  unsearchedWords,
} from "../pair-words.ts";
import { tally } from "../outcome-words.ts";
import { markup, type Markup } from "./markup.ts";
import { pairKinds } from "./pair-kinds.ts";

/** A matrix of more variants than this is no picture any more. */
const drawn = 30;
/** One of which every pair is proven is no picture either. */
const dull = 12;
/** Beside the matrix there is no room for words any more. */
const wide = 9;
/** A longer name is cut at its telling end: its label says more. */
const longest = 28;
/** Pairs in doubt that are seen at once, and those that are spelt out at all. */
const seen = 8;
const spelt = 60;

/** Every pair: as a matrix, and in words where there is doubt. */
export function pairsMarkup(union: UnionExplanation): Markup | undefined {
  const { pairs, variants } = union;
  if (pairs.length === 0) return undefined;
  const states = tally(
    ["apart", "ranked", "likely", "open"],
    pairs.map(({ state }) => state),
    (state) => stateWords[state],
  );
  const doubtful = pairs.filter(({ state }) => state !== "apart");
  const isDrawn =
    variants.length <= drawn &&
    (doubtful.length > 0 || variants.length <= dull);
  const unsearched = unsearchedWords(doubtful);
  const layout =
    !isDrawn || variants.length > wide ? "columns wide" : "columns";
  return markup`<section class="pairs">
    <h3>Pairs <small>${states}</small></h3>
    <div class="${layout}">
      ${isDrawn ? matrix(union) : undefined}
      <div class="doubts">
        ${doubtful.length === 0 ? proven(union) : undefined}${doubtful.slice(0, seen).map((pair, index) => doubt(pair, union, index === 0))}${further(doubtful.slice(seen), union)}${unsearched === undefined ? undefined : markup`<p class="fine">${unsearched}</p>`}
      </div>
    </div>
  </section>`;
}

function further(
  pairs: readonly PairExplanation[],
  union: UnionExplanation,
): Markup | undefined {
  if (pairs.length === 0) return undefined;
  const rest = pairs.length - spelt;
  const unsaid =
    rest > 0
      ? markup`<p class="fine">
          and ${rest} more; <code>--json</code> has them all
        </p>`
      : undefined;
  return markup`<details class="more">
    <summary>${pairs.length} more in doubt</summary>
    ${pairs.slice(0, spelt).map((pair) => doubt(pair, union, false))}${unsaid}
  </details>`;
}

/** The lower half of a matrix: a row and a column for each variant. */
function matrix({ pairs, variants }: UnionExplanation): Markup {
  const found = new Map(
    pairs.map((pair) => [`${pair.left} ${pair.right}`, pair]),
  );
  const rows = variants.map(({ name, label }, row) => {
    const cells = variants.slice(0, row).map((_, column) => {
      const pair = found.get(`${column} ${row}`);
      return pair === undefined ? undefined : cell(pair, variants);
    });
    return markup`<tr>
      <th scope="row" title="${name}">
        <span>${name.length > longest ? label : name}</span> <i>${row + 1}</i>
      </th>
      ${cells}
      <td class="self"></td>
    </tr>`;
  });
  const numbers = variants.map(
    (_, index) => markup`<th scope="col">${index + 1}</th>`,
  );
  return markup`<div
    class="matrix"
    tabindex="0"
    role="group"
    aria-label="Pairs of variants"
  >
    <table>
      <tbody>
        ${rows}
      </tbody>
      <tfoot>
        <tr>
          <td></td>
          ${numbers}
        </tr>
      </tfoot>
    </table>
    ${legend(pairs)}
  </div>`;
}

function cell(
  pair: PairExplanation,
  variants: UnionExplanation["variants"],
): Markup {
  const { letter, style, name } = pairKinds[kindOf(pair)];
  const [left, right] = [pair.left, pair.right].map(
    (index) => variants[index]?.name ?? "",
  );
  const words = `${left} and ${right}: ${stateWords[pair.state]}, ${name}`;
  const reasons = reasonWords(pair, variants).join("\n");
  return markup`<td class="${style}" title="${`${words}\n${reasons}`}">
    <abbr aria-label="${words}">${letter}</abbr>
  </td>`;
}

function legend(pairs: readonly PairExplanation[]): Markup {
  const used = new Set(pairs.map((pair) => pairKinds[kindOf(pair)]));
  const entries = [...used].map(
    ({ letter, style, name }) =>
      markup`<li><b class="key ${style}">${letter}</b>${name}</li>`,
  );
  return markup`<ul class="legend">
    ${entries}
  </ul>`;
}

function proven({ pairs, variants }: UnionExplanation): Markup {
  const reasons = [
    ...new Set(
      pairs.flatMap((pair) => reasonWords(pair, variants).slice(0, 1)),
    ),
  ];
  const items = reasons.slice(0, 4).map((words) => markup`<li>${words}</li>`);
  return markup`<div class="proven">
    <p>No value is valid for two variants.</p>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function doubt(
  pair: PairExplanation,
  { variants }: UnionExplanation,
  open: boolean,
): Markup {
  const { letter, style } = pairKinds[kindOf(pair)];
  const [left, right] = [pair.left, pair.right].map(
    (index) => variants[index]?.name,
  );
  const reasons = reasonWords(pair, variants).map(
    (words) => markup`<li>${words}</li>`,
  );
  const witness =
    pair.witness === undefined
      ? undefined
      : markup`<p class="fine">Valid for both:</p>
          <pre class="json">
${JSON.stringify(tellingFirst(pair), null, 2)}</pre>`;
  const head = markup`<summary>
    <b class="key ${style}">${letter}</b
    ><span>${left} <i>and</i> ${right}</span>
  </summary>`;
  return open
    ? markup`<details open>
        ${head}
        <ul>
          ${reasons}
        </ul>
        ${witness}
      </details>`
    : markup`<details>
        ${head}
        <ul>
          ${reasons}
        </ul>
        ${witness}
      </details>`;
}
