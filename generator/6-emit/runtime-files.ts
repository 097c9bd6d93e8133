import { readFileSync } from "node:fs";
import type { EmittedFile } from "../ir/emitted-file.ts";

const folder = new URL("../../templates/runtime/", import.meta.url);
const header = "// Generated from the runtime of telltale. Do not edit.\n\n";

/** The runtime modules that a client uses, and what those use, as they stand in templates/runtime. */
export function runtimeFiles(
  used: ReadonlySet<string>,
  extension: string,
): readonly EmittedFile[] {
  const texts = new Map<string, string>();
  const queue = [...used];
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    if (texts.has(module)) continue;
    const text = readFileSync(
      new URL(`${module.replace("runtime/", "")}.ts`, folder),
      "utf8",
    );
    texts.set(module, text);
    for (const [, name] of text.matchAll(/from "\.\/([\w-]+)\.js"/g))
      queue.push(`runtime/${name}`);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, text]) => ({
      path: `${module}.ts`,
      text: header + withExtension(text, extension),
    }));
}

const withExtension = (text: string, extension: string): string =>
  extension === ".js"
    ? text
    : text.replace(/(from "\.\/[\w-]+)\.js"/g, `$1${extension}"`);
