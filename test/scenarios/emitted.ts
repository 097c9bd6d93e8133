import { posix } from "node:path";
import { format } from "prettier";
import ts from "typescript";

/** Emitted files by path. */
export type Files = ReadonlyMap<string, string>;

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);

const nameOf = (statement: ts.Statement): string | undefined =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.name.getText()
    : (statement as ts.DeclarationStatement).name?.getText();

/**
 * The text of a declaration, with the comment before it, or of the whole file less its header. Of a
 * function that is its signature: what it does is for other tests.
 */
export function declarationOf(
  files: Files,
  path: string,
  name: string | undefined,
): string {
  const text = files.get(path);
  if (text === undefined)
    throw new Error(
      `no file ${path} is emitted; there are ${ours(files).join(", ")}`,
    );
  if (name === undefined) return text.replace(/^\/\/ .*\n+/, "");
  const source = parse(text);
  const found = source.statements.filter(
    (statement) => nameOf(statement) === name,
  );
  const textOf = (statement: ts.Statement) => {
    const body = ts.isFunctionDeclaration(statement)
      ? statement.body
      : undefined;
    const end = body === undefined ? statement.end : body.getFullStart();
    return source.text.slice(statement.getStart(source, true), end);
  };
  if (found.length > 0) return found.map(textOf).join("\n");
  const names = source.statements.flatMap(
    (statement) => nameOf(statement) ?? [],
  );
  throw new Error(
    `${path} does not declare ${name}; it declares ${names.join(", ")}`,
  );
}

const ours = (files: Files): readonly string[] =>
  [...files.keys()].filter((path) => !path.startsWith("runtime/"));

/** Two texts as Prettier lays them out; where the wanted one has no comment, neither has the other. */
export async function laidOut(
  wanted: string,
  emitted: string,
): Promise<readonly [wanted: string, emitted: string]> {
  const keeps = /\/[/*]/.test(wanted);
  const lay = (text: string) =>
    format(keeps ? text : withoutComments(text), { parser: "typescript" });
  return [await lay(wanted), await lay(emitted)];
}

const withoutComments = (text: string): string =>
  ts.createPrinter({ removeComments: true }).printFile(parse(text));

/** Imports for what a program uses of a client's exports and does not declare itself. */
export function importsFor(program: string, files: Files): string {
  const source = parse(program);
  const own = new Set(
    source.statements.flatMap((statement) => nameOf(statement) ?? []),
  );
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const wanted = [...exportsOf(files)].filter(
    ([name]) => used.has(name) && !own.has(name),
  );
  return `import { ${wanted.map(([name, typeOnly]) => (typeOnly ? `type ${name}` : name)).join(", ")} } from "./index.js";`;
}

/** What `index.ts` exports, and whether it is only a type. */
function exportsOf(files: Files): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const path of [
    ...ours(files),
    "runtime/index.ts",
    "runtime/streams.ts",
  ]) {
    for (const statement of parse(files.get(path) ?? "").statements) {
      if (
        ts.isExportDeclaration(statement) &&
        statement.exportClause &&
        ts.isNamedExports(statement.exportClause)
      ) {
        for (const { name, isTypeOnly } of statement.exportClause.elements)
          found.set(name.text, statement.isTypeOnly || isTypeOnly);
      }
      const name = nameOf(statement);
      if (
        name === undefined ||
        !ts.canHaveModifiers(statement) ||
        !ts
          .getModifiers(statement)
          ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      )
        continue;
      found.set(
        name,
        ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement),
      );
    }
  }
  return found;
}

export interface EmittedShape {
  tag(value: unknown): void;
  untag(value: unknown): unknown;
}

/** The shape of a type as emitted: its module is run, with those it imports. */
export function shapeOf(type: string, files: Files): EmittedShape {
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}Shape`;
  const path = ours(files).find((file) =>
    new RegExp(`export const ${name}\\b`).test(files.get(file) ?? ""),
  );
  if (path === undefined)
    throw new Error(`no ${name} is emitted: a ${type} needs no decoder`);
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (file: string): Record<string, unknown> => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const exports: Record<string, unknown> = {};
    loaded.set(file, exports);
    const require = (specifier: string) =>
      load(posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts"));
    new Function("exports", "require", runnable(files.get(file) ?? ""))(
      exports,
      require,
    );
    return exports;
  };
  return load(path)[name] as EmittedShape;
}

const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2023,
};
const transpiled = new Map<string, string>();

function runnable(text: string): string {
  const known =
    transpiled.get(text) ??
    ts.transpileModule(text, { compilerOptions }).outputText;
  transpiled.set(text, known);
  return known;
}
