import { isolatedDeclarationSync, transformSync } from "oxc-transform";
import type { EmittedFile } from "../../ir/emitted-file.ts";

/**
 * Each module as JavaScript and as declarations, one by one: what is emitted says the type of all it
 * exports, so neither needs a type-check.
 */
export function compileModules(
  files: readonly EmittedFile[],
): readonly EmittedFile[] {
  return files.flatMap(({ path, text: source }) => {
    const text = withScriptImports(source);
    const script = transformSync(path, text, {
      lang: "ts",
      sourceType: "module",
      target: "es2022",
      typescript: { onlyRemoveTypeImports: true },
    });
    const types = isolatedDeclarationSync(path, text);
    const [fault] = [...script.errors, ...types.errors];
    if (fault !== undefined)
      throw new Error(`internal: ${path}: ${fault.message}`);
    const [header = ""] = text.split("\n", 1);
    return [
      {
        path: path.replace(/\.ts$/, ".js"),
        text: withHeader(script.code, header),
      },
      {
        path: path.replace(/\.ts$/, ".d.ts"),
        text: withHeader(types.code, header),
      },
    ];
  });
}

/**
 * Sources for JSR import each other as `./x.ts`; what is compiled has another name. Nothing but the end of an
 * import or an export looks like this: comments and members are indented.
 */
const withScriptImports = (source: string): string =>
  source.replace(
    /^((?:import|export|\}) .*from "\.{1,2}\/[^"\n]*)\.ts";$/gm,
    '$1.js";',
  );

/** A comment in front of nothing that is kept is dropped: the header comes back. */
const withHeader = (code: string, header: string): string =>
  `${header}\n\n${code.startsWith(header) ? code.slice(header.length).trimStart() : code}`;
