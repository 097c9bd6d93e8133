import { createHash } from "node:crypto";
import type { SourceText } from "../../ir/source.ts";
import type { Outcome } from "../../summary.ts";
import type { Explanation, Place } from "../explanation.ts";
import { outcomeNames } from "../outcome-words.ts";
import { excerpts } from "./excerpt.ts";
import { allOfList, jsonTypeList, pageList } from "./lists.ts";
import { markup, type Markup, raw } from "./markup.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { titleOf, unionCard } from "./union-card.ts";

export interface Explained {
  readonly explanation: Explanation;
  readonly sources: readonly SourceText[];
}

/** Source lines shown of one node, and on the whole page: beyond that it takes too long to open. */
const perNode = 60;
const perPage = 12_000;

/**
 * One page that needs nothing else: no request, no script to be read. Its policy lets only the style
 * and the script of ours run, whatever a description says.
 */
export function explanationHtml(clients: readonly Explained[]): string {
  const title = clients.map(({ explanation }) => explanation.title).join(", ");
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${raw(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} explained</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip the list of unions</a>
        ${navigation(clients)}
        <main id="main">
          ${clients.map(client)}
          <p class="none" hidden>Nothing here has that in its name.</p>
        </main>
        <script>
          ${raw(script)}
        </script>
      </body>
    </html>`;
  return `${page.text}\n`;
}

const digest = (text: string): string =>
  `sha256-${createHash("sha256").update(text).digest("base64")}`;

const order: readonly Outcome[] = ["plain", "tagged", "native", "jsonType"];

const hasCard = ({ outcome }: { readonly outcome: Outcome }) =>
  outcome !== "jsonType";

const idOf = (at: number, index: number): string => `u${at}-${index}`;

function navigation(clients: readonly Explained[]): Markup {
  const isAlone = clients.length === 1;
  const lists = clients.map(({ explanation }, at) => {
    const head = isAlone ? undefined : markup`<h2>${explanation.title}</h2>`;
    return markup`${head}${listOf(explanation, at)}`;
  });
  return markup`<nav aria-label="Unions">
    <p class="brand">telltale <b>explain</b></p>
    <label class="filter" hidden
      >Filter
      <input
        type="search"
        placeholder="name, variant, property"
        autocomplete="off"
      />
    </label>
    ${lists}
  </nav>`;
}

function listOf(explanation: Explanation, at: number): Markup {
  const entries = explanation.unions.flatMap((union, index) =>
    hasCard(union)
      ? [
          markup`<li data-row>
            <a href="#${idOf(at, index)}"
              ><i
                class="dot ${union.outcome}"
                title="${outcomeNames[union.outcome]}"
              ></i
              >${titleOf(union)}</a
            >
          </li>`,
        ]
      : [],
  );
  return markup`<ol>
    ${entries}
  </ol>`;
}

function client({ explanation, sources }: Explained, at: number): Markup {
  const { title, version, source, unions, operations } = explanation;
  const read = excerpts(sources);
  let left = perPage;
  const excerptOf = (place: Place) => {
    if (left <= 0) return undefined;
    const found = read(place, Math.min(perNode, left));
    left -= found?.lines.length ?? 0;
    return found;
  };
  const cards = unions.flatMap((union, index) =>
    hasCard(union)
      ? [unionCard(union, { id: idOf(at, index), excerptOf })]
      : [],
  );
  const counted = operations === 1 ? "1 operation" : `${operations} operations`;
  return markup`<header class="top">
      <p class="file">${source}</p>
      <h1>${title} <small>${version}</small></h1>
      <p class="lead">
        ${unions.length} unions in ${counted}, and how each is told apart.
      </p>
      ${meter(explanation)}
    </header>
    ${cards}${jsonTypeList(unions.filter((union) => !hasCard(union)))}${allOfList(explanation)}${pageList(explanation)}`;
}

/** Outcomes side by side, each as wide as it is frequent. */
function meter({ unions }: Explanation): Markup | undefined {
  const counts = order
    .map((outcome) => ({
      outcome,
      count: unions.filter((union) => union.outcome === outcome).length,
    }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return undefined;
  let from = 0;
  const bars = counts.map(({ outcome, count }) => {
    const width = (count / unions.length) * 100;
    const bar = markup`<rect
      class="${outcome}"
      x="${from.toFixed(2)}%"
      width="${width.toFixed(2)}%"
      height="100%"
    />`;
    from += width;
    return bar;
  });
  const keys = counts.map(
    ({ outcome, count }) =>
      markup`<li>
        <i class="dot ${outcome}"></i><b>${count}</b> ${outcomeNames[outcome]}
      </li>`,
  );
  return markup`<svg class="meter" role="presentation" aria-hidden="true">
      ${bars}
    </svg>
    <ul class="keys">
      ${keys}
    </ul>`;
}
