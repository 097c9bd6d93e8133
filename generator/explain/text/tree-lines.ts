import type { DecisionTree, UnionExplanation } from "../explanation.ts";
import { commonChecks, leafWords, questionOf } from "../tree-words.ts";
import type { Paint } from "./paint.ts";

/** More branches of one question than this are counted. */
const shown = 24;
/** Conditions two levels deep can fill a page: `--json` has them whole. */
const longest = 100;

/**
 * The decision tree with lines drawn:
 *
 *     events
 *     ├─ is a list of "call.ringing"  → CallWebhook
 *     └─ is a list of "task.done"     → TaskWebhook
 */
export function treeLines(
  union: UnionExplanation,
  paint: Paint,
): readonly string[] {
  const { tree } = union;
  if (tree === undefined) return [];
  const common = commonChecks(tree);
  const after =
    common.size === 0
      ? []
      : [paint("dim", `and in each case ${checksOf([...common])}`)];
  return [...draw(tree, { union, paint, common }, ""), ...after];
}

interface Drawing {
  readonly union: UnionExplanation;
  readonly paint: Paint;
  /** Checks of every leaf, said once below. */
  readonly common: ReadonlySet<string>;
}

function draw(
  tree: DecisionTree,
  drawing: Drawing,
  indent: string,
): readonly string[] {
  const { paint } = drawing;
  if (tree.kind === "leaf") return [indent + leafOf(tree, drawing)];
  const branches = tree.branches.slice(0, shown);
  const hidden = tree.branches.length - branches.length;
  const leaves = branches.filter((branch) => branch.tree.kind === "leaf");
  const lengths = leaves.map(({ words }) => words.length);
  const width = Math.min(64, Math.max(0, ...lengths));
  const short = (words: string) =>
    words.length > longest ? `${words.slice(0, longest)}…` : words;
  const lines = branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1 && hidden === 0;
    const stem = paint("dim", isLast ? "└─" : "├─");
    const below = `${indent}${isLast ? "   " : `${paint("dim", "│")}  `}`;
    if (branch.tree.kind === "leaf") {
      const words = paint(undefined, short(branch.words).padEnd(width));
      return [`${indent}${stem} ${words}  ${leafOf(branch.tree, drawing)}`];
    }
    return [
      `${indent}${stem} ${paint(undefined, short(branch.words))}`,
      ...draw(branch.tree, drawing, below),
    ];
  });
  const more =
    hidden > 0 ? [`${indent}${paint("dim", `└─ ${hidden} more`)}`] : [];
  return [indent + paint("bold", questionOf(tree)), ...lines, ...more];
}

function leafOf(
  { variants, also }: DecisionTree & { kind: "leaf" },
  { union, paint, common }: Drawing,
): string {
  const own = also.filter((check) => !common.has(check));
  const words = leafWords(variants, union);
  const isNamed = variants.length === 1;
  const label = union.variants[variants[0] ?? -1]?.label;
  const tag =
    isNamed && isDecoded(union) && label !== undefined
      ? ` ${paint("green", JSON.stringify(label))}`
      : "";
  const checks = own.length === 0 ? "" : paint("dim", `  if ${checksOf(own)}`);
  return `→${tag} ${paint(isNamed ? "cyan" : "yellow", words)}${checks}`;
}

const isDecoded = ({ telltale }: UnionExplanation): boolean =>
  telltale.by === "elimination" && telltale.tag !== undefined;

/** A leaf's remaining checks; the first few say enough. */
const checksOf = (also: readonly string[]): string =>
  also.length > 2
    ? `${also.slice(0, 2).join(", ")}, and ${also.length - 2} more`
    : also.join(" and ");
