import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { load } from "../../generator/1-load/index.ts";
import { bundle } from "../../generator/2-bundle/bundle.ts";
import { normalise } from "../../generator/3-normalise/normalise.ts";
import {
  collect,
  type Diagnostic,
} from "../../generator/diagnostics/diagnostic.ts";
import type { Api } from "../../generator/ir/openapi.ts";
import type { SchemaNode } from "../../generator/ir/schema-graph.ts";
import type { Source } from "../../generator/ir/source.ts";

export interface ReadApi {
  readonly api: Api;
  readonly cwd: string;
  readonly diagnostics: readonly Diagnostic[];
  /** `code source#pointer` of each diagnostic. */
  readonly reported: readonly string[];
  /** Every file that was read. */
  readonly sources: readonly Source[];
}

/** Files by their path: text as it is, any other value as YAML. */
export type Files = Readonly<Record<string, unknown>>;

/** A new folder with these files. */
export async function folderOf(files: Files): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  for (const [path, content] of Object.entries(files)) {
    const file = join(cwd, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      typeof content === "string" ? content : stringify(content),
    );
  }
  return cwd;
}

/** Loads, bundles and normalises the first of these files, or `entry`. */
export async function readApi(
  files: Files,
  options: {
    readonly cwd?: string;
    readonly entry?: string;
    readonly allowRefs?: readonly string[];
  } = {},
): Promise<ReadApi> {
  const cwd = options.cwd ?? (await folderOf(files));
  const diagnostics: Diagnostic[] = [];
  const sources: Source[] = [];
  const report = collect(diagnostics);
  const context = {
    cwd,
    report,
    keep: (source: Source) => void sources.push(source),
  };
  const entry = options.entry ?? Object.keys(files)[0] ?? "";
  const source = await load(entry, context);
  if (source === undefined)
    throw new Error(`not loaded: ${JSON.stringify(diagnostics)}`);
  const bundled = await bundle(source, {
    ...context,
    allowRefs: options.allowRefs,
  });
  const api = normalise(bundled, report);
  const reported = diagnostics.map(
    ({ code, origin }) => `${code} ${origin.source}#${origin.pointer}`,
  );
  return { api, cwd, diagnostics, reported, sources };
}

/** A description around these schemas. */
export const withSchemas = (
  schemas: Readonly<Record<string, unknown>>,
  openapi = "3.1.0",
) => ({
  openapi,
  info: { title: "Test", version: "1" },
  paths: {},
  components: { schemas },
});

/** The schema of a component, references followed. */
export function component(api: Api, name: string): SchemaNode {
  const found = api.components.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no component ${name}`);
  return followed(api, found.schema);
}

export function followed(api: Api, id: string): SchemaNode {
  const node = api.schemas.get(id as SchemaNode["id"]);
  if (node === undefined) throw new Error(`no schema ${id}`);
  return node.ref === undefined ? node : followed(api, node.ref);
}

/** The schema of a property, references followed. */
export function property(api: Api, node: SchemaNode, name: string): SchemaNode {
  const found = node.properties.find(({ wireName }) => wireName === name);
  if (found === undefined) throw new Error(`no property ${name}`);
  return followed(api, found.schema);
}
