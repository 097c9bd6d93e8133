import { parse } from "yaml";
import type { GenerateOptions } from "../../generator/options.ts";

/** One rule of the compiler: a few lines of description, and what has to come of them. */
export interface Scenario {
  /** Its file, relative to the folder of scenarios: `unions/required-literal.md`. */
  readonly name: string;
  readonly title: string;
  /** The description, as YAML. */
  readonly document: string;
  readonly options: GenerateOptions;
  readonly checks: readonly Check[];
}

export type Check =
  /** A declaration of an emitted file, or the whole file where none is named. */
  | {
      readonly kind: "declaration";
      readonly name: string;
      readonly path: string;
      readonly declared: string | undefined;
      readonly text: string;
    }
  /** A program that uses the emitted client; it has to type-check. */
  | { readonly kind: "program"; readonly name: string; readonly text: string }
  | {
      readonly kind: "decode" | "encode";
      readonly name: string;
      readonly type: string;
      readonly cases: readonly {
        readonly input: unknown;
        readonly output: unknown;
      }[];
    }
  | {
      readonly kind: "diagnostics";
      readonly name: string;
      readonly lines: readonly string[];
    };

/**
 * Reads a scenario. Every block has a kind; one that nobody reads is a misspelling, and an error.
 *
 *     yaml components [openapi=3.0.3] [as=received|sent|both]   schemas, each in an operation of its own
 *     yaml document [openapi=3.0.3]     a description; openapi, info and servers may be left out
 *     yaml options                      what the config would say
 *     ts types/pet.ts [interface Pet]   what is emitted; without comments, comments do not matter
 *     ts narrows | ts compiles          a program; exported names need no import
 *     json decode Pet | json encode Pet a list of { input, output }; what is decoded is also sent back as it was
 *     diagnostics                       lines of `severity code pointer`, in any order, or `none`
 */
export function readScenario(name: string, markdown: string): Scenario {
  const title = /^# (.+)$/m.exec(markdown)?.[1];
  if (title === undefined || !markdown.startsWith("# "))
    throw new Error(`${name}: a scenario begins with its rule as a heading`);
  const documents: string[] = [];
  const checks: Check[] = [];
  let options: GenerateOptions = {};
  for (const block of blocksOf(name, markdown)) {
    const [language, kind, ...rest] = block.info.split(/\s+/);
    const read = `${language} ${kind ?? ""}`.trim();
    if (read === "yaml components")
      documents.push(around(block.text, settings(rest, block)));
    else if (read === "yaml document")
      documents.push(complete(block.text, settings(rest, block)));
    else if (read === "yaml options")
      options = parse(block.text) as GenerateOptions;
    else checks.push(readCheck(block, read, rest, checks));
  }
  const [document, second] = documents;
  if (document === undefined || second !== undefined)
    throw new Error(
      `${name}: a scenario has one description, not ${documents.length}`,
    );
  if (checks.filter(({ kind }) => kind === "diagnostics").length !== 1)
    throw new Error(
      `${name}: a scenario has one block of diagnostics, which may say none`,
    );
  return { name, title, document, options, checks };
}

function readCheck(
  block: Block,
  read: string,
  rest: readonly string[],
  earlier: readonly Check[],
): Check {
  const { text, where } = block;
  const numbered = (base: string) =>
    `${base} ${earlier.filter(({ name }) => name.startsWith(base)).length + 1}`;
  const [first, second] = rest;
  switch (read) {
    case "ts narrows":
    case "ts compiles":
      if (first !== undefined) break;
      return { kind: "program", name: numbered(read.slice(3)), text };
    case "json decode":
    case "json encode": {
      if (first === undefined || second !== undefined) break;
      const kind = read === "json decode" ? "decode" : "encode";
      const cases: unknown = JSON.parse(text);
      if (
        !Array.isArray(cases) ||
        !cases.every(
          (each) =>
            typeof each === "object" && "input" in each && "output" in each,
        )
      )
        throw new Error(`${where}: a list of { input, output } is wanted`);
      return { kind, name: numbered(`${kind} ${first}`), type: first, cases };
    }
    case "diagnostics": {
      const lines = text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      for (const line of lines) {
        if (
          line !== "none" &&
          !/^(error|warning|info) [\w-]+\/[\w-]+ #\S*$/.test(line)
        )
          throw new Error(`${where}: not \`severity code pointer\`: ${line}`);
      }
      return {
        kind: "diagnostics",
        name: "diagnostics",
        lines: lines.filter((line) => line !== "none").sort(),
      };
    }
    default: {
      const path = /^ts (\S+\.ts)$/.exec(read)?.[1];
      if (path === undefined) break;
      if (first === undefined)
        return {
          kind: "declaration",
          name: path,
          path,
          declared: undefined,
          text,
        };
      if (
        !/^(type|interface|function|const)$/.test(first) ||
        second === undefined ||
        rest.length > 2
      )
        break;
      return {
        kind: "declaration",
        name: `${first} ${second}`,
        path,
        declared: second,
        text,
      };
    }
  }
  throw new Error(
    `${where}: there is no kind of block called ${JSON.stringify(block.info)}`,
  );
}

interface Block {
  readonly info: string;
  readonly text: string;
  /** For messages. */
  readonly where: string;
}

function blocksOf(name: string, markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open:
    { fence: string; info: string; line: number; text: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const [, fence, info = ""] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined && fence !== undefined)
      open = { fence, info: info.trim(), line: index + 1, text: [] };
    else if (open !== undefined && fence === open.fence && info.trim() === "") {
      blocks.push({
        info: open.info,
        text: open.text.join("\n"),
        where: `${name}:${open.line}`,
      });
      open = undefined;
    } else open?.text.push(line);
  }
  if (open !== undefined)
    throw new Error(`${name}:${open.line}: this block has no end`);
  return blocks;
}

interface Settings {
  readonly openapi: string;
  readonly as: string;
}

function settings(words: readonly string[], { where }: Block): Settings {
  const found = { openapi: "3.1.0", as: "received" };
  for (const word of words) {
    const [, key, value = ""] = /^(openapi|as)=(.+)$/.exec(word) ?? [];
    if (key === "openapi") found.openapi = value;
    else if (key === "as" && /^(received|sent|both)$/.test(value))
      found.as = value;
    else
      throw new Error(`${where}: ${JSON.stringify(word)} means nothing here`);
  }
  return found;
}

const info = 'info: { title: Scenario, version: "1" }';
const servers = "servers: [{ url: https://api.example.com }]";

/** What a description needs and a scenario is seldom about. */
function complete(text: string, { openapi }: Settings): string {
  const written = Object.keys(parse(text) as object);
  const needed = written.includes("swagger")
    ? [info]
    : [`openapi: ${openapi}`, info, servers];
  const missing = needed.filter(
    (line) => !written.includes(line.slice(0, line.indexOf(":"))),
  );
  return [...missing, text].join("\n");
}

/** A description of these schemas, each of which operations of its own receive, send, or both. */
function around(text: string, { openapi, as }: Settings): string {
  const names = Object.keys(parse(text) as object);
  const content = (name: string) =>
    `content: { application/json: { schema: { $ref: ${JSON.stringify(`#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)} } } }`;
  const get = (name: string, id: string) =>
    `    get: { operationId: receive${id}, responses: { "200": { description: ok, ${content(name)} } } }`;
  const post = (name: string, id: string) =>
    `    post: { operationId: send${id}, requestBody: { required: true, ${content(name)} }, responses: { "204": { description: ok } } }`;
  return [
    `openapi: ${openapi}`,
    info,
    servers,
    "paths:",
    ...names.flatMap((name, index) => [
      `  /example${index + 1}:`,
      ...(as === "sent" ? [] : [get(name, `Example${index + 1}`)]),
      ...(as === "received" ? [] : [post(name, `Example${index + 1}`)]),
    ]),
    "components:",
    "  schemas:",
    ...text.split("\n").map((line) => `    ${line}`),
  ].join("\n");
}
