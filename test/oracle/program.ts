import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
};
const folder = "/program";

/** The type of every component, as modules say it, and the checker to ask about them. */
export interface Sides {
  readonly checker: ts.TypeChecker;
  readonly ours: ReadonlyMap<string, ts.Type>;
  /** Those of a module of theirs. */
  readonly theirs: (module: string) => ReadonlyMap<string, ts.Type>;
  /** What the compiler rejects: where there is an error, types may be `any` and agree with all. */
  readonly errors: readonly string[];
}

/**
 * Type-checks modules in memory, of which `ours.ts` exports `Ours`, and each whose path begins with `theirs`
 * `components`.
 */
export function readSides(files: ReadonlyMap<string, string>): Sides {
  const roots = [...files.keys()].filter((name) => /^(ours|theirs)/.test(name));
  const program = ts.createProgram(
    roots.map((name) => `${folder}/${name}`),
    options,
    hostOf(files),
  );
  const checker = program.getTypeChecker();
  const exported = (path: string, name: string): ts.Type => {
    const source = program.getSourceFile(`${folder}/${path}`);
    const module = source && checker.getSymbolAtLocation(source);
    const found =
      module &&
      checker.getExportsOfModule(module).find((each) => each.name === name);
    if (found === undefined) throw new Error(`${path} has no ${name}`);
    return checker.getDeclaredTypeOfSymbol(found);
  };
  const theirs = (path: string): ReadonlyMap<string, ts.Type> => {
    const schemas = checker.getPropertyOfType(
      exported(path, "components"),
      "schemas",
    );
    if (schemas === undefined) throw new Error("no components");
    return members(checker.getTypeOfSymbol(schemas), checker);
  };
  return {
    checker,
    ours: members(exported("ours.ts", "Ours"), checker),
    theirs,
    errors: program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.startsWith(`${folder}/`))
      .flatMap((source) => [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ])
      .map(
        ({ file, messageText }) =>
          `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
      ),
  };
}

/** What agrees with everything, and so says nothing. */
export const isAny = ({ flags }: ts.Type): boolean =>
  (flags & ts.TypeFlags.Any) !== 0;

const members = (
  type: ts.Type,
  checker: ts.TypeChecker,
): ReadonlyMap<string, ts.Type> =>
  new Map(
    checker
      .getPropertiesOfType(type)
      .map((symbol) => [symbol.name, checker.getTypeOfSymbol(symbol)]),
  );

const libraries = new Map<string, ts.SourceFile | undefined>();

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(options);
  const text = (path: string): string | undefined =>
    path === `${folder}/package.json`
      ? '{ "type": "module" }'
      : files.get(path.slice(folder.length + 1));
  return {
    ...disk,
    getCurrentDirectory: () => folder,
    fileExists: (path) => text(path) !== undefined || disk.fileExists(path),
    directoryExists: (path) => `${path}/`.startsWith(`${folder}/`),
    readFile: (path) => text(path) ?? disk.readFile(path),
    getSourceFile(path, version, onError) {
      const own = text(path);
      if (own !== undefined) return ts.createSourceFile(path, own, version);
      if (!libraries.has(path))
        libraries.set(path, disk.getSourceFile(path, version, onError));
      return libraries.get(path);
    },
  };
}
