import type { Docs, LinkDocs } from "../ir/declaration-plan.ts";
import type { Json } from "../ir/source.ts";
import { hasItsDigits } from "../util/has-its-digits.ts";
import { commentText, wrap } from "./comment.ts";
import { literal } from "./literal.ts";

/** Columns that a comment may take, its indentation and its star included. */
const width = 80;
/** Longer examples than this say more than a comment should, and so do longer patterns. */
const longestExample = 60;
const longestPattern = 120;

/**
 * JSDoc in the form that ts-morph takes: one line where it fits, else lines of their own. `undefined`
 * where there is nothing to say.
 */
export function docsText(docs: Docs, indent: number): string | undefined {
  const prose = [
    docs.summary,
    docs.description === docs.summary ? undefined : docs.description,
  ]
    .map((text) => commentText(text ?? ""))
    .filter((text) => text !== "");
  const said = facts(docs);
  const described =
    said === undefined ? prose : withFacts(prose, commentText(said));
  const route =
    docs.method === undefined
      ? []
      : [commentText(code(`${docs.method} ${docs.path ?? ""}`))];
  const body = [
    ...described,
    ...(docs.note === undefined ? [] : [commentText(docs.note)]),
    ...(docs.links ?? []).map((link) => commentText(linkText(link))),
    ...route,
    ...(docs.server === undefined
      ? []
      : [commentText(serverText(docs.server))]),
  ];
  const tags = docs.deprecated === true ? ["@deprecated"] : [];
  const [only] = body;
  if (only === undefined && tags.length === 0) return undefined;
  const single =
    [...body, ...tags].length === 1 ? (only ?? tags[0] ?? "") : undefined;
  if (
    single !== undefined &&
    !single.includes("\n") &&
    single.length + indent + 7 <= width
  )
    return single;
  const lines = [
    ...body.map((part) => wrap(part, width - indent - 3).join("\n")),
    ...tags,
  ];
  return `\n${lines.join("\n\n")}`;
}

/** The same as a comment that belongs to no declaration: `undefined` where there is nothing to say. */
export function blockComment(docs: Docs): string | undefined {
  const text = docsText(docs, 0);
  if (text === undefined || !text.startsWith("\n"))
    return text && `/** ${text} */`;
  const lines = text.slice(1).split("\n");
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */`;
}

/** OAS 3.1 §4.8.20. */
function linkText({
  call,
  description,
  given,
  name,
  request,
}: LinkDocs): string {
  const target = call === undefined ? code(request) : `{@link ${call}}`;
  const what = given.map(([key, value]) => `${code(key)} = ${code(value)}`);
  const next = `Link ${code(name)}: call ${target}${what.length === 0 ? "" : ` with ${what.join(", ")}`}.`;
  return [next, description ?? ""].join(" ").replace(/\s+/g, " ");
}

const serverText = (url: string): string =>
  /^https?:/i.test(url)
    ? `Sent to ${code(url)}, unless a \`baseUrl\` is given.`
    : `Sent to ${code(url)}, seen from the client's \`baseUrl\`.`;

/** A short description and its facts read as one paragraph. */
function withFacts(prose: readonly string[], said: string): readonly string[] {
  const [only, second] = prose;
  if (only === undefined || second !== undefined || only.includes("\n"))
    return [...prose, said];
  return [`${/[.!?:]$/.test(only) ? only : `${only}.`} ${said}`];
}

/** What the schema says beside its type: format, pattern, bounds, default, an example. */
function facts(docs: Docs): string | undefined {
  const example = docs.examples?.find(hasItsDigits);
  const said = [
    docs.onlyWith === undefined
      ? undefined
      : `Only together with ${docs.onlyWith.map(code).join(", ")}.`,
    fact("Format", docs.format),
    (docs.pattern?.length ?? 0) > longestPattern
      ? undefined
      : fact("Pattern", docs.pattern),
    docs.range === undefined ? undefined : `Range: ${docs.range}.`,
    docs.size === undefined
      ? undefined
      : `${docs.size.charAt(0).toUpperCase()}${docs.size.slice(1)}.`,
    docs.default === undefined || !hasItsDigits(docs.default)
      ? undefined
      : fact("Default", literal(docs.default)),
    example === undefined ? undefined : fact("Example", exampleText(example)),
  ].filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(" ");
}

const fact = (name: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${name}: ${code(value)}.`;

function exampleText(example: Json): string | undefined {
  const text = literal(example);
  return text.length > longestExample ? undefined : text;
}

/** Markdown code, with as many backticks as the text makes necessary. */
function code(text: string): string {
  const longest = Math.max(
    0,
    ...(text.match(/`+/g) ?? []).map((run) => run.length),
  );
  const ticks = "`".repeat(longest + 1);
  return longest === 0 ? ticks + text + ticks : `${ticks} ${text} ${ticks}`;
}
