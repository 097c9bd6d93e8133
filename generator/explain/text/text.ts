import type {
  AllOfEffect,
  Explanation,
  UnionExplanation,
} from "../explanation.ts";
import { allOfWords } from "../all-of-words.ts";
import {
  outcomeNames,
  sayThemselves,
  styleNames,
  tally,
} from "../outcome-words.ts";
import { type Paint, painter } from "./paint.ts";
import { placeText, unionLines } from "./union-lines.ts";

/** An explanation for people. Colour is the caller's decision: nothing here knows of a terminal. */
export function explanationText(
  explanation: Explanation,
  { color }: { readonly color: boolean },
): string {
  const paint = painter(color);
  const { unions } = explanation;
  const sections = [
    headLines(explanation, paint),
    ...unions
      .filter((each) => !isValue(each))
      .map((each) => unionLines(each, paint)),
    valueLines(
      "JSON types, which typeof and Array.isArray tell apart",
      unions.filter((each) => isValue(each) && each.telltale.by === "jsonType"),
      paint,
    ),
    valueLines(
      `Scalars and lists, ${sayThemselves}`,
      unions.filter((each) => isValue(each) && each.telltale.by !== "jsonType"),
      paint,
    ),
    allOfLines(explanation, paint),
    pageLines(explanation, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n")}\n`;
}

function headLines(
  { title, version, source, unions, allOf, pages, lists }: Explanation,
  paint: Paint,
): readonly string[] {
  const kinds = tally(
    ["native", "tagged", "jsonType", "plain"],
    unions.map(({ outcome }) => outcome),
    (outcome) => outcomeNames[outcome],
  );
  const counts = [
    `${unions.length} ${unions.length === 1 ? "union" : "unions"}${kinds === "" ? "" : `: ${kinds}`}`,
    `${allOf.length} allOf of note`,
    `${pages.length} paginated${lists === 0 ? "" : `, ${lists} ${lists === 1 ? "list" : "lists"} not`}`,
  ];
  return [
    `${paint("bold", `${title} ${version}`.trim())}  ${paint("dim", source)}`,
    paint(undefined, counts.join(" · ")),
  ];
}

const isValue = ({ outcome }: UnionExplanation): boolean =>
  outcome === "jsonType";

/** Equal ones once: a description may say `string | number` in hundreds of places. */
function valueLines(
  heading: string,
  unions: readonly UnionExplanation[],
  paint: Paint,
): readonly string[] {
  const groups = new Map<string, UnionExplanation[]>();
  for (const union of unions) {
    const types = union.variants.map(({ name }) => name).join(" | ");
    const key = union.name === undefined ? types : `${union.name} = ${types}`;
    groups.set(key, [...(groups.get(key) ?? []), union]);
  }
  if (groups.size === 0) return [];
  const width = Math.min(
    48,
    Math.max(...[...groups.keys()].map((key) => key.length)),
  );
  return [
    paint("bold", heading),
    ...[...groups].map(([key, [first, ...others]]) => {
      const where = first === undefined ? "" : placeText(first.place);
      const more = others.length === 0 ? "" : `, and ${others.length} more`;
      return `  ${paint("cyan", key.padEnd(width))}  ${paint("dim", where + more)}`;
    }),
  ];
}

function allOfLines({ allOf }: Explanation, paint: Paint): readonly string[] {
  if (allOf.length === 0) return [];
  const mostly = (kind: AllOfEffect["kind"]) =>
    allOf.filter(({ effects }) => effects.some((each) => each.kind === kind));
  const plain = allOf.filter(({ effects }) =>
    effects.every(({ kind }) => kind === "extends"),
  );
  const noted = allOf.filter((each) => !plain.includes(each));
  return [
    paint("bold", "allOf of note"),
    ...noted.flatMap(({ name, place, effects }) => [
      `  ${paint("bold", name ?? "(inline)")}  ${paint("dim", placeText(place))}`,
      ...effects.map((effect) => `    ${paint(undefined, allOfWords(effect))}`),
    ]),
    ...(plain.length === 0
      ? []
      : [
          `  ${paint(undefined, `${mostly("extends").length} became extends:`)} ${paint("cyan", namesOf(plain))}`,
        ]),
  ];
}

const namesOf = (all: Explanation["allOf"]): string => {
  const names = all.map(({ name }) => name ?? "(inline)");
  const rest = names.length - 12;
  return names.slice(0, 12).join(", ") + (rest > 0 ? `, and ${rest} more` : "");
};

function pageLines(
  { pages, unpaged }: Explanation,
  paint: Paint,
): readonly string[] {
  const found = pages.flatMap(
    ({ name, method, path, place, style, evidence }) => [
      `  ${paint("green", name)}  ${paint(undefined, `${method} ${path}, by ${styleNames[style]}`)}  ${paint("dim", placeText(place))}`,
      `    ${paint(undefined, evidence.join(", "))}`,
    ],
  );
  const open = unpaged.flatMap(
    ({ method, path, place, found: seen, missing, declaration }) => [
      `  ${paint(undefined, `${method} ${path}`)}  ${paint("dim", placeText(place))}`,
      ...seen.map((words) => `    ${paint(undefined, words)}`),
      ...missing.map((words) => `    ${paint("yellow", words)}`),
      `    ${paint("dim", `pagination: { ${declaration} }`)}`,
    ],
  );
  return [
    ...(found.length === 0 ? [] : [paint("bold", "Pages"), ...found]),
    ...(open.length === 0
      ? []
      : [paint("bold", "Lists without a rule for pages"), ...open]),
  ];
}
