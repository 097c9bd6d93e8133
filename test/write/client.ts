import type { About } from "../../generator/7-write/index.ts";
import type { EmittedFile } from "../../generator/index.ts";

export const about: About = {
  telltale: "0.1.0",
  options: "",
  imports: ".js",
  warnings: 0,
  inputs: new Map(),
  tags: new Map(),
};

export const source = (path: string, text: string): EmittedFile => ({
  path,
  text: `// Generated from api.yaml (T 1). Do not edit.\n${text}\n`,
});

const numbered = (folder: string, count: number, text: string) =>
  Array.from({ length: count }, (_, index) =>
    source(`${folder}/file-${index}.ts`, text.repeat(50)),
  );

/** A client before the API changed and after: files change, come, with folders of their own, and go. */
export const clients: Readonly<Record<"old" | "new", readonly EmittedFile[]>> =
  {
    old: [
      source("index.ts", "old"),
      { path: "README.md", text: "old\n" },
      source("same.ts", "same"),
      ...numbered("types", 4, "old"),
      ...numbered("gone/deep", 4, "old"),
    ],
    new: [
      source("index.ts", "new"),
      { path: "README.md", text: "new\n" },
      source("same.ts", "same"),
      ...numbered("types", 6, "new"),
      ...numbered("operations/deep", 4, "new"),
    ],
  };
