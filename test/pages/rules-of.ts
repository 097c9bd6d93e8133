import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageRule } from "../../generator/ir/page-rule.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import { understand } from "../../generator/understand.ts";

export interface Found {
  readonly rule: PageRule | undefined;
  readonly unpaged: readonly string[] | undefined;
  readonly declaration: string | undefined;
  readonly evidence: readonly string[];
  readonly diagnostics: readonly string[];
}

/** What of a list is told here: the rest of the operation, and the document around it, are not. */
export interface List {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, object | string>>;
  readonly header?: Readonly<Record<string, object | string>>;
  /** Properties of the request body. */
  readonly sends?: Readonly<Record<string, object | string>>;
  /** Properties of a page, or its schema. */
  readonly page: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, object | string>>;
  /** Other fields of the Operation. */
  readonly more?: object;
  /** Other fields of the document. */
  readonly document?: object;
  readonly options?: GenerateOptions;
}

/** A schema by its type, with prose where the text has some: `integer: Zero-based.` */
export function schema(written: object | string): object {
  if (typeof written !== "string") return written;
  const [type = "", description] = written.split(/: (.*)/);
  const of = /^(.*)\[\]$/.exec(type)?.[1];
  const plain =
    of === undefined ? { type } : { type: "array", items: schema(of) };
  return description === undefined ? plain : { ...plain, description };
}

const properties = (of: Readonly<Record<string, object | string>>) =>
  Object.fromEntries(
    Object.entries(of).map(([name, each]) => [name, schema(each)]),
  );

export const objects = {
  type: "array",
  items: { type: "object", properties: { id: { type: "string" } } },
};

/** What the compiler makes of one list. */
export async function rulesOf(list: List): Promise<Found> {
  const {
    method = "get",
    path = "/pets",
    query = {},
    header = {},
    sends,
  } = list;
  const place = (place: string, of: NonNullable<List["query"]>) =>
    Object.entries(of).map(([name, each]) => ({
      name,
      in: place,
      schema: schema(each),
    }));
  const isSchema =
    "type" in list.page || "allOf" in list.page || "$ref" in list.page;
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://api.example" }],
    ...list.document,
    paths: {
      [path]: {
        [method]: {
          operationId: "listPets",
          parameters: [
            ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
              name,
              in: "path",
              required: true,
              schema: { type: "string" },
            })),
            ...place("query", query),
            ...place("header", header),
          ],
          ...(sends && {
            requestBody: {
              content: {
                "application/json": {
                  schema: { type: "object", properties: properties(sends) },
                },
              },
            },
          }),
          responses: {
            200: {
              description: "ok",
              headers: Object.fromEntries(
                Object.entries(list.headers ?? {}).map(([name, each]) => [
                  name,
                  { schema: schema(each) },
                ]),
              ),
              content: {
                "application/json": {
                  schema: isSchema
                    ? list.page
                    : {
                        type: "object",
                        properties: properties(
                          list.page as Record<string, string>,
                        ),
                      },
                },
              },
            },
          },
          ...list.more,
        },
      },
    },
  };
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  try {
    await writeFile(join(cwd, "api.json"), JSON.stringify(document));
    const { made, diagnostics } = await understand("api.json", {
      ...list.options,
      cwd,
    });
    const [plan] =
      made?.client.operationFiles.flatMap((file) => file.operations) ?? [];
    return {
      rule: plan?.pages?.rule,
      unpaged: plan?.unpaged?.missing,
      declaration: plan?.unpaged?.declaration,
      evidence: plan?.pages?.evidence ?? [],
      diagnostics: diagnostics
        .filter(({ code }) => code.startsWith("pagination/"))
        .map(({ severity, code, message }) => `${severity} ${code} ${message}`),
    };
  } finally {
    await rm(cwd, { recursive: true });
  }
}
