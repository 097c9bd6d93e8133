import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  explain,
  type Explained,
  type Explanation,
} from "../../generator/index.ts";

/** A description of these schemas, each received by an operation of its own. */
export function receiving(schemas: Readonly<Record<string, unknown>>): object {
  const response = (name: string) => ({
    description: "ok",
    content: {
      "application/json": {
        schema: { $ref: `#/components/schemas/${encodeURIComponent(name)}` },
      },
    },
  });
  const paths = Object.keys(schemas).map((name, index) => [
    `/example${index}`,
    {
      get: {
        operationId: `example${index}`,
        responses: { 200: response(name) },
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Example", version: "1" },
    servers: [{ url: "https://example.com" }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "telltale-explain-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function explained(document: object): Promise<Explained> {
  const cwd = await folder();
  await writeFile(join(cwd, "api.json"), JSON.stringify(document, null, 2));
  return explain("api.json", { cwd });
}

export async function explanationOf(
  schemas: Readonly<Record<string, unknown>>,
): Promise<Explanation> {
  const { explanation } = await explained(receiving(schemas));
  if (explanation === undefined) throw new Error("nothing is explained");
  return explanation;
}

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const object = (
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = Object.keys(properties),
) => ({ type: "object", required, properties });
