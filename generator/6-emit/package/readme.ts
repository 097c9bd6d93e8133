import type { ClientPlan, SchemePlan } from "../../ir/client-plan.ts";
import type { PropertyPlan, TypeExpr } from "../../ir/declaration-plan.ts";
import type { OperationPlan } from "../../ir/operation-plan.ts";
import { oneLine } from "../comment.ts";
import { literal, propertyKey } from "../literal.ts";

/** README.md of a package: how to make a client, and a call of each operation. */
export function readme(name: string, plan: ClientPlan): string {
  const operations = plan.operationFiles.flatMap((file) => file.operations);
  const required = plan.client.schemes.filter((scheme) => scheme.required);
  const sections = [
    `# ${oneLine(name)}`,
    `A typed client of ${text(plan.title)}${plan.version === "" ? "" : ` ${text(plan.version)}`}. Generated; do not edit.`,
    plan.description === undefined ? "" : text(plan.description),
    "```ts",
    `import { createClient } from ${literal(name)};`,
    "",
    `const client = createClient(${clientOptions(plan, required)});`,
    "```",
    "## Operations",
    ...operations.map((operation) => section(operation, name)),
    "## Errors",
    "A call throws what the API answers outside 2xx as an `ApiError`, told apart by `status`, and all else as a `RequestError`. `.result()` returns them instead:",
    ...errorExample(operations, name),
  ];
  return `${sections
    .filter(
      (part, index) => part !== "" || sections[index - 1]?.startsWith("import"),
    )
    .join("\n\n")
    .replaceAll("```ts\n\n", "```ts\n")
    .replaceAll("\n\n```\n", "\n```\n")}\n`;
}

/** Prose of the description in Markdown: on one line, and without what would be markup of ours. */
const text = (of: string): string =>
  oneLine(of).replace(/([<>[\]`*_#|\\])/g, "\\$1");

function clientOptions(
  plan: ClientPlan,
  required: readonly SchemePlan[],
): string {
  const schemes =
    required.length > 0 ? required : plan.client.schemes.slice(0, 1);
  const credentials = schemes.map(({ option, credential, nested }) => {
    const value =
      credential === "BasicCredential"
        ? '{ username: "…", password: "…" }'
        : literal(`<${option}>`);
    return nested
      ? `auth: { ${propertyKey(option)}: ${value} }`
      : `${propertyKey(option)}: ${value}`;
  });
  const server = plan.client.serverVariables.flatMap(
    ({ name, enum: values, required }) =>
      required
        ? [`${propertyKey(name)}: ${literal(values?.[0] ?? `<${name}>`)}`]
        : [],
  );
  const all = [
    ...(plan.client.baseUrl === undefined ? ['baseUrl: "https://…"'] : []),
    ...(server.length === 0 ? [] : [`server: { ${server.join(", ")} }`]),
    ...credentials,
  ];
  return all.length === 0 ? "" : `{ ${all.join(", ")} }`;
}

function section(operation: OperationPlan, name: string): string {
  const { data, pages, streamed } = operation;
  const names = [operation, pages, streamed].flatMap((of) =>
    of === undefined ? [] : [of.name.name],
  );
  const call = (of: string) =>
    `${of}(${["client", ...params(operation)].join(", ")})`;
  const loop = (over: string) =>
    `for await (const item of ${over}) {\n  console.log(item);\n}`;
  const once = call(operation.name.name);
  const uses = [
    isStream(data) ? loop(`await ${once}`) : `const data = await ${once};`,
    ...(streamed ? [loop(`await ${call(streamed.name.name)}`)] : []),
    ...(pages ? [loop(call(pages.name.name))] : []),
  ];
  const summary = operation.docs.summary ?? operation.docs.description;
  return [
    `### ${operation.name.name}`,
    `\`${oneLine(`${operation.method} ${operation.path}`).replaceAll("`", "'")}\`${summary === undefined ? "" : `: ${text(summary)}`}`,
    `\`\`\`ts\nimport { ${names.join(", ")} } from ${literal(name)};\n\n${uses.join("\n")}\n\`\`\``,
  ].join("\n\n");
}

/** Whether whatever a call resolves to is read item by item. */
const isStream = (data: TypeExpr): boolean =>
  data.kind === "union"
    ? data.members.every(isStream)
    : data.kind === "global" && data.name === "AsyncIterable";

function params({ params: of }: OperationPlan): readonly string[] {
  const all = [
    ...(of?.declaration.properties ?? []),
    ...(of?.choice?.bodies[0] ?? []),
  ];
  const required = all.filter((property) => !property.optional);
  if (required.length === 0) return [];
  return [
    `{ ${required.map((property) => `${propertyKey(property.name)}: ${placeholder(property)}`).join(", ")} }`,
  ];
}

function placeholder({ name, type }: PropertyPlan): string {
  if (type.kind === "keyword" && type.keyword === "number") return "1";
  if (type.kind === "keyword" && type.keyword === "boolean") return "true";
  if (type.kind === "array") return "[]";
  return type.kind === "keyword" && type.keyword === "string"
    ? literal(`<${name}>`)
    : "{ /* … */ }";
}

function errorExample(
  operations: readonly OperationPlan[],
  name: string,
): readonly string[] {
  const [first] = operations;
  if (first === undefined) return [];
  const [status] = first.error.documented;
  return [
    [
      "```ts",
      `import { ${first.name.name} } from ${literal(name)};`,
      "",
      `const result = await ${first.name.name}(${["client", ...params(first)].join(", ")}).result();`,
      `if (!result.ok && result.error.status === ${status ?? 404}) console.log(result.error.body);`,
      "```",
    ].join("\n"),
  ];
}
