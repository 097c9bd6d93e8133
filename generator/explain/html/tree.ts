import type { DecisionTree, UnionExplanation } from "../explanation.ts";
import { commonChecks, leafWords, questionOf } from "../tree-words.ts";
import { markup, type Markup } from "./markup.ts";

/**
 * The decision tree, drawn from left to right: boxes ask, lines are labelled with answers, leaves are
 * variants. Nested lists, so that it reads without a style sheet as well.
 */
export function treeMarkup(union: UnionExplanation): Markup | undefined {
  const { tree } = union;
  if (tree === undefined) return undefined;
  const common = commonChecks(tree);
  const after =
    common.size === 0
      ? undefined
      : markup`<p class="fine">In each case ${[...common].join(" and ")}.</p>`;
  return markup`<div
      class="tree"
      tabindex="0"
      role="group"
      aria-label="Decision tree"
    >
      ${draw(tree, union, common)}
    </div>
    ${after}
    <p class="fine">${elseWords(union)}</p>`;
}

function draw(
  tree: DecisionTree,
  union: UnionExplanation,
  common: ReadonlySet<string>,
): Markup {
  if (tree.kind === "leaf") return leaf(tree, union, common);
  const isNamed = tree.kind === "look" && tree.property !== undefined;
  const kind = isNamed ? "ask" : "ask value";
  const branches = tree.branches.map(
    (branch) =>
      markup`<li>
        <span class="edge">${edge(branch.words)}</span
        >${draw(branch.tree, union, common)}
      </li>`,
  );
  return markup`<div class="node">
    <span class="${kind}">${questionOf(tree)}</span>
    <ul>
      ${branches}
    </ul>
  </div>`;
}

/** Conditions two levels deep can fill a page: the rest is a hover away. */
const edge = (words: string): Markup =>
  words.length > 130
    ? markup`<span title="${words}">${words.slice(0, 120)} …</span>`
    : markup`<span>${words}</span>`;

function leaf(
  { variants, also }: DecisionTree & { kind: "leaf" },
  union: UnionExplanation,
  common: ReadonlySet<string>,
): Markup {
  const [only] = variants;
  const words = leafWords(variants, union);
  if (only === undefined || variants.length > 1)
    return markup`<span class="leaf lost">${words}</span>`;
  const own = also.filter((check) => !common.has(check));
  const shown = own.slice(0, 2).join(" and ");
  const more = own.length > 2 ? ` and ${own.length - 2} more` : "";
  const checks =
    own.length === 0
      ? undefined
      : markup`<small title="${own.join("\n")}">if ${shown}${more}</small>`;
  const label =
    union.telltale.by === "elimination" && union.telltale.tag !== undefined
      ? markup`<small class="tag"
          >${union.telltale.tag}: ${JSON.stringify(union.variants[only]?.label)}</small
        >`
      : undefined;
  return markup`<span class="leaf"><b>${words}</b>${label}${checks}</span>`;
}

/** What becomes of a value that fits no leaf, or several. */
function elseWords({ telltale, outcome }: UnionExplanation): string {
  if (telltale.by === "jsonType")
    return "Any other JSON type is none of these.";
  if (telltale.by !== "elimination")
    return "Another value of the tag is newer than this client: unrecognized.";
  return outcome === "tagged"
    ? "A value that reaches no leaf, or several of which none wins, is unrecognized."
    : "It is only sent, so nothing is decoded.";
}
