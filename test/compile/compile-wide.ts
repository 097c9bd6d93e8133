import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type Compiled } from "../../generator/compile.ts";

/** Compiles a document of components, in which one operation sends and receives `Wide`. */
export async function compileWide(schemas: object): Promise<Compiled> {
  const content = {
    "application/json": { schema: { $ref: "#/components/schemas/Wide" } },
  };
  const post = {
    operationId: "postWide",
    requestBody: { content },
    responses: { 200: { description: "ok", content } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Wide", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/wide": { post } },
    components: { schemas },
  };
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  await writeFile(join(cwd, "wide.json"), JSON.stringify(document));
  const compiled = await compile("wide.json", { cwd });
  await rm(cwd, { recursive: true });
  return compiled;
}
