import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { applyOverlays, load } from "../../generator/1-load/index.ts";
import { bundle } from "../../generator/2-bundle/bundle.ts";
import { normalise } from "../../generator/3-normalise/normalise.ts";
import { resolve } from "../../generator/4-resolve/resolve.ts";
import { typesOver } from "../../generator/4-resolve/unions/witness-types.ts";
import { witnessOf } from "../../generator/4-resolve/unions/witness.ts";
import type { Report } from "../../generator/diagnostics/diagnostic.ts";
import type { SchemaId } from "../../generator/ir/schema-graph.ts";
import type { Json, Source } from "../../generator/ir/source.ts";
import { shared } from "../shared.ts";
import { schemaOf } from "./witness-schema.ts";

/** Pairs of one union that are tried: a union of a hundred variants has thousands. */
const pairsOfUnion = 40;
const largest = 1_300_000;

const corpus = shared("corpus");
const documents =
  corpus === undefined ? [] : documentsIn(fileURLToPath(corpus));

function documentsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => !entry.isDirectory() && /\.(json|ya?ml)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !/\/(?:resources|shared|examples)\//.test(path.slice(folder.length)),
    )
    .sort();
}

describe("every witness is valid for both of its variants, says Ajv", () => {
  let judged = 0;
  let asWritten = 0;
  test.each(documents)("%s", async (path) => {
    const source = await read(path);
    if (source === undefined || source.text.length > largest) return;
    // A closed member that was relaxed is read otherwise than it is written.
    let relaxed = false;
    const report: Report = (code) => {
      if (code === "allof/closed-member") relaxed = true;
    };
    const api = normalise(await bundle(source, { cwd: "/", report }), report);
    const { types } = resolve(api, report);
    const isWritten = (id: string) => api.schemas.has(id as SchemaId);
    const over = typesOver(types);
    const ajv = new Ajv2020({
      strict: false,
      validateFormats: false,
      validateSchema: false,
      logger: false,
    });
    for (const node of types.values()) {
      if (node.kind !== "union") continue;
      const pairs = node.variants.flatMap((left, at) =>
        node.variants.slice(at + 1).map((right) => [left, right] as const),
      );
      for (const [left, right] of pairs.slice(0, pairsOfUnion)) {
        const { value: witness } = witnessOf(left, right, over);
        if (witness === undefined) continue;
        judged += 1;
        for (const variant of [left, right]) {
          const schema = schemaOf(variant, over.node);
          expect(faults(ajv, schema, witness), variant).toEqual([]);
          const { pointer } = over.node(variant).origin;
          if (!isWritten(variant) || relaxed) continue;
          const written = compiled(ajv, source, pointer);
          if (written === undefined) continue;
          asWritten += 1;
          expect(written(witness), `${variant}, as written`).toBe(true);
        }
      }
    }
  });

  test.skipIf(documents.length === 0)("and there are many", () => {
    expect(judged).toBeGreaterThan(500);
    expect(asWritten).toBeGreaterThan(500);
  });
});

async function read(path: string): Promise<Source | undefined> {
  const context = { cwd: "/", report: () => undefined };
  const source = await load(path, context);
  return source && applyOverlays(source, [], context);
}

/** The schema of the document itself; `undefined` where its dialect is not one that Ajv reads. */
function compiled(ajv: Ajv2020, { id, value }: Source, pointer: string) {
  try {
    if (ajv.getSchema(id) === undefined) ajv.addSchema(value as object, id);
    return ajv.compile({ $ref: `${id}#${encodeURI(pointer)}` });
  } catch {
    return undefined;
  }
}

function faults(ajv: Ajv2020, schema: object, value: Json): readonly unknown[] {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : [{ value, errors: validate.errors }];
}
