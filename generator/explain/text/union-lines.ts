import type {
  PairExplanation,
  Place,
  UnionExplanation,
} from "../explanation.ts";
import {
  adviceHead,
  outcomeNames,
  outcomeWords,
  tally,
} from "../outcome-words.ts";
import {
  kindOf,
  reasonWords,
  stateWords,
  tellingFirst,
  unsearchedWords,
} from "../pair-words.ts";
import type { Paint } from "./paint.ts";
import { treeLines } from "./tree-lines.ts";

/** More pairs than this are counted; `--json` has them all. */
const shownPairs = 5;

const colors = {
  native: "green",
  tagged: "cyan",
  jsonType: "blue",
  plain: "yellow",
} as const;

export const placeText = ({ source, line, column }: Place): string =>
  line === undefined ? source : `${source}:${line}:${column}`;

/** One union: what it is called, where it is, how it is told apart, and what is in doubt. */
export function unionLines(
  union: UnionExplanation,
  paint: Paint,
): readonly string[] {
  const { name, outcome, place, also, advice, notes } = union;
  const variants = union.variants.map((variant) => variant.name).join(" | ");
  const head = [
    paint("bold", name ?? variants),
    paint(colors[outcome], outcomeNames[outcome]),
    paint(undefined, outcomeWords(union)),
  ];
  const others = also.length === 0 ? "" : ` and ${also.length} more like it`;
  return [
    head.join("  "),
    paint("dim", `  ${placeText(place)}  #${place.pointer}${others}`),
    ...treeLines(union, paint).map((line) => `  ${line}`),
    ...(union.tree === undefined && name !== undefined
      ? [`  ${paint("cyan", variants)}`]
      : []),
    ...pairLines(union, paint),
    ...notes
      .filter(({ severity }) => severity !== "info")
      .map(
        ({ severity, message }) =>
          `  ${paint("yellow", severity)}: ${paint(undefined, message)}`,
      ),
    ...advice.slice(0, 1).flatMap(({ words, edits: [first] }) => {
      const where = union.variants[first?.variant ?? -1]?.name;
      const example =
        first === undefined
          ? ""
          : ` (${where}: ${first.yaml.replaceAll(/\n\s*/g, " ")})`;
      return [
        `  ${paint("dim", `${adviceHead(outcome).toLowerCase()}:`)} ${paint(undefined, words)}${paint("dim", example)}`,
      ];
    }),
  ];
}

function pairLines(union: UnionExplanation, paint: Paint): readonly string[] {
  const { pairs, variants } = union;
  const doubtful = pairs.filter(({ state }) => state !== "apart");
  if (pairs.length === 0) return [];
  const states = tally(
    ["apart", "ranked", "likely", "open"],
    pairs.map(({ state }) => state),
    (state) => stateWords[state],
  );
  const kinds = [
    ...new Set(pairs.filter(({ state }) => state === "apart").map(kindOf)),
  ].join(", ");
  const by = kinds === "" ? "" : ` (by ${kinds})`;
  const rest = doubtful.length - shownPairs;
  const unsearched = unsearchedWords(doubtful);
  return [
    `  ${paint("dim", pairs.length === 1 ? "1 pair:" : `${pairs.length} pairs:`)} ${paint(undefined, states + by)}`,
    ...doubtful
      .slice(0, shownPairs)
      .flatMap((pair) => doubtLines(pair, variants, paint)),
    ...(rest > 0
      ? [paint("dim", `    and ${rest} more in doubt (--json has all)`)]
      : []),
    ...(unsearched === undefined ? [] : [paint("dim", `    ${unsearched}`)]),
  ];
}

function doubtLines(
  pair: PairExplanation,
  variants: UnionExplanation["variants"],
  paint: Paint,
): readonly string[] {
  const names = [pair.left, pair.right].map((index) => variants[index]?.name);
  const [first, ...others] = reasonWords(pair, variants);
  const more = others.length > 1 ? ` (and ${others.length} more)` : "";
  const reason =
    others.length === 1 ? `${first}; ${others[0]}` : `${first}${more}`;
  const color = pair.state === "open" ? "yellow" : undefined;
  const lines = [
    `    ${paint(undefined, names.join(" · "))}  ${paint(color, pair.state)}: ${paint(undefined, reason)}`,
  ];
  if (pair.witness === undefined) return lines;
  const text = JSON.stringify(tellingFirst(pair));
  const shown = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return [
    ...lines,
    `      ${paint("dim", "valid for both:")} ${paint(undefined, shown)}`,
  ];
}
