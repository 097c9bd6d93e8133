import ts from "typescript";
import {
  bare,
  fieldsOf,
  hasIndex,
  membersOf,
  objectsOf,
  readDeclarations,
  referenceOf,
  type Declarations,
  type TypeDeclaration,
} from "./declarations.ts";
import { access, useOf } from "./received.ts";
import { objectTexts, valuesOf } from "./sent.ts";

/** A line of a consumer: what it is about, and which types it hands on. */
export interface Line {
  readonly text: string;
  /** `Pet.status`, `listPets`. */
  readonly about: string;
  readonly mentions: readonly string[];
}

/**
 * A program that uses every operation and every field of a client, one use to a line. It is written from the
 * emitted text of the old client and compiled against the new one, so that each line that the type-checker
 * rejects is a break. `exhaustive`: it also switches over each union with nothing left.
 */
export function writeConsumer(
  files: readonly { readonly path: string; readonly text: string }[],
  exhaustive: boolean,
): readonly Line[] {
  const declarations = readDeclarations(files);
  const lines: Line[] = [...prelude];
  const received = new Set<string>();
  const sent = new Set<string>();
  const use = {
    declarations,
    exhaustive,
    enter: (name: string) => received.add(name),
  };
  const giving = { declarations, enter: (name: string) => sent.add(name) };
  const add = (about: string, text: string): void => {
    // A type of several lines would move every line after it.
    const line = text.replaceAll(/\s*\n\s*/g, " ");
    lines.push({ about, text: line, mentions: mentionsIn(line) });
  };
  const context: Context = {
    declarations,
    use,
    giving,
    add,
    received,
    sent,
    exhaustive,
  };
  for (const name of declarations.types.keys())
    add(name, `export type Imported${name} = New.${name};`);
  for (const [name, declared] of declarations.functions)
    useFunction(name, declared, context);
  for (const [name, declared] of declarations.types)
    if (/^(webhooks|callbacks)$/.test(declared.module ?? ""))
      received.add(name);
  for (const name of received) useType(name, context);
  for (const name of sent) giveType(name, context);
  const owners = ownersOf(declarations);
  return lines.map((line) => {
    const owner = owners.get(/^[\w$]+/.exec(line.about)?.[0] ?? "");
    return owner === undefined
      ? line
      : { ...line, mentions: [...line.mentions, owner] };
  });
}

/** The types of a function's parameters and errors, which come and go with it. */
const ownersOf = ({ functions }: Declarations): ReadonlyMap<string, string> =>
  new Map(
    [...functions].flatMap(([name, { parameters, type }]) => {
      const params = parameters.find(
        (each) => each.name.getText() === "params",
      );
      const returned = type && referenceOf(type);
      const failure = returned?.name === "Call" ? returned.args[1] : undefined;
      return [params?.type, failure].flatMap((each) => {
        const reference = each && referenceOf(each);
        return reference === undefined ? [] : [[reference.name, name] as const];
      });
    }),
  );

/** The types and functions that a line names, and those whose values it hands on. */
const mentionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/New\.([\w$]+)|\buse([A-Z][\w$]*)\(/g)].flatMap(
    ([, named, used]) => named ?? used ?? [],
  );

interface Context {
  readonly declarations: Declarations;
  readonly use: Parameters<typeof useOf>[2];
  readonly giving: Parameters<typeof valuesOf>[1];
  readonly add: (about: string, text: string) => void;
  /** Grow while they are walked. */
  readonly received: Set<string>;
  readonly sent: Set<string>;
  readonly exhaustive: boolean;
}

const prelude: readonly Line[] = [
  'import * as New from "./new/index.js";',
  'import type * as Bytes from "./new/runtime/binary-body.js";',
  'import type * as Parts from "./new/runtime/part-styles.js";',
  'import type * as Unions from "./new/runtime/union.js";',
  "declare function given<T>(): T;",
  "declare function noop(): void;",
  "declare const client: New.Client;",
].map((text) => ({ text, about: "", mentions: [] }));

function useFunction(
  name: string,
  declared: ts.FunctionDeclaration,
  context: Context,
): void {
  const { add, giving, use, declarations, exhaustive } = context;
  const returned = declared.type && referenceOf(declared.type);
  const [, params] = declared.parameters;
  const first = declared.parameters[0];
  if (name === "createClient" && first !== undefined) {
    context.sent.add("CreateClientOptions");
    if (first.initializer !== undefined)
      add("createClient", "void New.createClient();");
    add(
      "createClient",
      "void New.createClient(given<New.CreateClientOptions>());",
    );
    return;
  }
  if (returned?.name !== "Call" && returned?.name !== "Paginator") {
    useGuard(name, declared, context);
    return;
  }
  const made = `given<ReturnType<typeof New.${name}>>()`;
  const type = params?.name.getText() === "params" ? params.type : undefined;
  if (type !== undefined) {
    const [value = ""] = valuesOf(type, giving);
    add(name, `void New.${name}(client, ${value}, { timeout: 1 });`);
    if (params?.questionToken !== undefined)
      add(name, `void New.${name}(client);`);
  } else add(name, `void New.${name}(client, { timeout: 1 });`);
  const [data, failure, headers] = returned.args;
  if (data === undefined || failure === undefined) return;
  if (returned.name === "Paginator") {
    add(
      name,
      `void (async () => { for await (const item of ${made}) { ${useOf(data, "item", use)} } })();`,
    );
    return;
  }
  add(
    `${name}()`,
    `void (async () => { const data = await ${made}; ${useOf(data, "data", use)} })();`,
  );
  useHeaders(headers, `(await ${made}.response())`, `${name}()`, context);
  const alias = declarations.types.get(referenceOf(failure)?.name ?? "");
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) return;
  const arms = membersOf(alias.type).flatMap((arm) => referenceOf(arm) ?? []);
  const taken = arms.flatMap(({ args }) => Number(args[0]?.getText()) || []);
  for (const arm of arms) {
    if (arm.name !== "ApiError") continue;
    const [status, body, own] = arm.args;
    const code = codeOf(status?.getText() ?? "", taken);
    if (body === undefined || code === undefined) continue;
    const about = `${name}() ${status?.getText() ?? ""}`;
    add(
      about,
      `void (async () => { const result = await ${made}.result(); if (!result.ok && result.error.status === ${code}) { const body = result.error.body; ${useOf(body, "body", { ...use, exhaustive })} } })();`,
    );
    useHeaders(
      own,
      `(await ${made}.result().then((result) => { if (!result.ok && result.error.status === ${code}) return result.error; throw new Error(); }))`,
      about,
      context,
    );
  }
}

/** A status of an arm: itself, or one of its range that has no arm. */
function codeOf(status: string, taken: readonly number[]): number | undefined {
  if (/^\d+$/.test(status)) return Number(status);
  const candidates = status.includes("OtherStatus")
    ? []
    : status.includes("3XX")
      ? [308, 307]
      : status.includes("4XX")
        ? [451, 431, 428]
        : [511, 510, 508];
  return candidates.find((each) => !taken.includes(each));
}

function useHeaders(
  type: ts.TypeNode | undefined,
  response: string,
  about: string,
  { declarations, add, use }: Context,
): void {
  const declared = declarations.types.get(
    (type && referenceOf(type)?.name) ?? "",
  );
  if (declared === undefined || !ts.isInterfaceDeclaration(declared)) return;
  for (const { name, type: header } of fieldsOf(declared, declarations))
    add(
      about,
      `void (async () => { const header = ${response}.headers.get(${JSON.stringify(name)}); if (header !== null) { ${useOf(header, "header", { ...use, exhaustive: false })} } })();`,
    );
}

/** `isX` and `matchX`; a match is exhaustive by nature. */
function useGuard(
  name: string,
  declared: ts.FunctionDeclaration,
  { add, exhaustive }: Context,
): void {
  const [value, on] = declared.parameters;
  if (value?.type === undefined) return;
  const given = `given<New.${value.type.getText()}>()`;
  if (on?.type === undefined) add(name, `void New.${name}(${given});`);
  else if (exhaustive && ts.isTypeLiteralNode(on.type)) {
    const arms = on.type.members.map(
      (arm) => `${arm.name?.getText()}: () => 1`,
    );
    add(name, `void New.${name}(${given}, { ${arms.join(", ")} });`);
  }
}

function useType(name: string, context: Context): void {
  const { add, declarations, use } = context;
  const declared = declarations.types.get(name) as TypeDeclaration;
  add(
    name,
    `export function use${name}(value: New.${name}): void { void value;`,
  );
  if (ts.isTypeAliasDeclaration(declared))
    add(name, useOf(declared.type, "value", use));
  else {
    for (const field of fieldsOf(declared, declarations)) {
      if (isAnswer(field.name, declared)) {
        for (const [index, value] of valuesOf(
          field.type,
          context.giving,
        ).entries())
          add(
            `${name}.response`,
            `{ const answer${index}: New.${name}["response"] = ${value}; void answer${index}; }`,
          );
        continue;
      }
      const inside = useOf(field.type, "field", use);
      add(
        `${name}.${field.name}`,
        `{ const field = value${access(field.name)}; ${field.optional ? `if (field !== undefined) { ${inside} }` : inside} }`,
      );
    }
    if (hasIndex(declared.members)) add(name, 'void value["any"];');
  }
  add(name, "}");
}

/** What a webhook is answered is written, not read. */
const isAnswer = (name: string, declared: TypeDeclaration): boolean =>
  name === "response" && /^(webhooks|callbacks)$/.test(declared.module ?? "");

function giveType(name: string, { add, declarations, giving }: Context): void {
  const declared = declarations.types.get(name);
  if (declared === undefined) return;
  const about = name === "CreateClientOptions" ? "createClient" : name;
  const give = (text: string, field: string | undefined): void =>
    add(
      field === undefined ? about : `${about}.${field}`,
      `{ const sent: New.${name} = ${text}; void sent; }`,
    );
  const type: ts.TypeNode | undefined = ts.isTypeAliasDeclaration(declared)
    ? bare(declared.type)
    : undefined;
  const isChoice =
    type !== undefined && /operations\//.test(declared.module ?? "");
  const objects = ts.isInterfaceDeclaration(declared)
    ? [fieldsOf(declared, declarations)]
    : isChoice
      ? objectsOf(declared.type, declarations)
      : undefined;
  for (const fields of objects ?? [])
    for (const { field, text } of objectTexts(fields, giving)) {
      give(text, field);
    }
  const index = ts.isInterfaceDeclaration(declared)
    ? declared.members.find(ts.isIndexSignatureDeclaration)
    : undefined;
  if (index !== undefined)
    for (const fields of objects ?? [])
      give(
        objectTexts(
          [...fields, { name: "anyOther", optional: true, type: index.type }],
          giving,
        ).at(-1)?.text ?? "",
        undefined,
      );
  if (objects === undefined && type !== undefined)
    for (const value of valuesOf(type, giving)) give(value, undefined);
}
