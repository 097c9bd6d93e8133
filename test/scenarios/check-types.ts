import { posix } from "node:path";
import ts from "typescript";

/** Files of one client by path, programs that use it among them. */
export type Folder = ReadonlyMap<string, string>;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  noEmit: true,
};

/** `true satisfies Is<A, B>`: the two are the same type, not only assignable. */
const ambient = `type Is<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;`;

/**
 * Type-checks clients in one program and in memory, the runtime that all share once. Gives the
 * errors of each file that has some, by folder and path.
 */
export function checkTypes(
  folders: ReadonlyMap<string, Folder>,
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, string>([["/ambient.d.ts", ambient]]);
  for (const [folder, files] of folders) {
    for (const [path, text] of files) {
      texts.set(
        path.startsWith("runtime/") ? `/${path}` : `/clients/${folder}/${path}`,
        text,
      );
    }
  }
  const program = ts.createProgram(
    [...texts.keys()],
    options,
    hostOf(texts, folders),
  );
  const found = new Map<string, Map<string, string[]>>();
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => texts.has(fileName));
  for (const source of sources) {
    const errors = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    if (errors.length === 0) continue;
    const [folder, path] = placeOf(source.fileName, folders);
    const files = found.get(folder) ?? new Map<string, string[]>();
    found.set(
      folder,
      files.set(
        path,
        errors.map((error) => inWords(error, source)),
      ),
    );
  }
  return found;
}

function placeOf(
  fileName: string,
  folders: ReadonlyMap<string, Folder>,
): readonly [folder: string, path: string] {
  for (const folder of folders.keys()) {
    const prefix = `/clients/${folder}/`;
    if (fileName.startsWith(prefix))
      return [folder, fileName.slice(prefix.length)];
  }
  return ["", fileName];
}

function inWords(error: ts.Diagnostic, source: ts.SourceFile): string {
  const { line } = source.getLineAndCharacterOfPosition(error.start ?? 0);
  const text = source.text.split("\n")[line]?.trim() ?? "";
  return `TS${error.code} ${ts.flattenDiagnosticMessageText(error.messageText, "\n")}\n    at ${text}`;
}

/** A host whose files are these texts and TypeScript's own. */
function hostOf(
  texts: ReadonlyMap<string, string>,
  folders: ReadonlyMap<string, Folder>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const library = host.getSourceFile.bind(host);
  return {
    ...host,
    getCurrentDirectory: () => "/",
    fileExists: (fileName) => texts.has(fileName),
    readFile: (fileName) => texts.get(fileName),
    directoryExists: () => true,
    getDirectories: () => [],
    getSourceFile(fileName, version, ...rest) {
      const text = texts.get(fileName);
      return text === undefined
        ? library(fileName, version, ...rest)
        : ts.createSourceFile(fileName, text, version);
    },
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const target = posix
          .join(posix.dirname(containing), text)
          .replace(/\.js$/, ".ts");
        const [folder, path] = placeOf(target, folders);
        const isRuntime =
          path.startsWith("runtime/") &&
          folders.get(folder)?.has(path) === true;
        const resolvedFileName = isRuntime ? `/${path}` : target;
        return texts.has(resolvedFileName)
          ? { resolvedModule: { resolvedFileName, extension: ts.Extension.Ts } }
          : { resolvedModule: undefined };
      }),
  };
}
