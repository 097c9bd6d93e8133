import { filterFields } from "../choose/filter.ts";
import type { ClientConfig } from "../options.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Holds one client of a config to its type: JavaScript configs have no types to hold them, and a
 * misspelt option must not pass in silence.
 */
export function checkClient(client: unknown, name: string, path: string): void {
  const what = `client ${name} in ${path}`;
  if (!isRecord(client))
    throw new UsageError(`${what} is not an object`, configHelp);
  for (const key of ["input", "output"]) {
    if (typeof client[key] === "string") continue;
    throw new UsageError(`${what} has no ${key}`, configHelp);
  }
  const unknown = Object.keys(client).find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined) {
    throw new UsageError(
      `${what} has an unknown option ${unknown}`,
      `options are ${Object.keys(known).join(", ")}`,
    );
  }
  const wrong = Object.entries(checks).find(
    ([key, { accepts }]) => client[key] !== undefined && !accepts(client[key]),
  );
  if (wrong !== undefined) {
    const [key, { help }] = wrong;
    throw new UsageError(`${what} has ${key} of another kind`, help);
  }
  if (client["package"] !== undefined && client["importExtension"]) {
    throw new UsageError(
      `${what} has importExtension, but a package is imported by Node, which wants .js`,
      "leave out one of them",
    );
  }
  if (client["headers"] && !/^https?:\/\//i.test(String(client["input"]))) {
    throw new UsageError(
      `${what} has headers, but an input that is read without a request`,
      "leave them out, or name the URL of the description",
    );
  }
}

export const configHelp =
  'export default defineConfig({ clients: { acme: { input: "…", output: "…" } } })';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every option of a client; the type holds this list to `ClientConfig`. */
const known: Readonly<Record<keyof ClientConfig, true>> = {
  input: true,
  output: true,
  package: true,
  overlays: true,
  allowRefs: true,
  headers: true,
  include: true,
  exclude: true,
  rename: true,
  pagination: true,
  idempotencyKey: true,
  unions: true,
  enums: true,
  int64: true,
  importExtension: true,
};

interface Check {
  readonly accepts: (value: unknown) => boolean;
  readonly help: string;
}

const filters: Check = {
  accepts: (value) => Array.isArray(value) && value.every(isFilter),
  help: `as in [{ tag: "Pets" }, { path: "/users/**", method: "get" }]; fields are ${filterFields.join(", ")}`,
};

/** Options that would do something else than was meant, or nothing, without a word. */
const checks: Readonly<Partial<Record<keyof ClientConfig, Check>>> = {
  include: filters,
  exclude: filters,
  headers: {
    accepts: (value) =>
      isRecord(value) &&
      Object.values(value).every((each) => typeof each === "string"),
    help: "as in { Authorization: `Bearer ${process.env.TOKEN}` }",
  },
  pagination: {
    accepts: (value) => isRecord(value) && !Array.isArray(value),
    help: 'operationId -> rule, as in { listPets: { style: "cursor", parameter: "cursor", next: "meta.next", items: "data" } }',
  },
  package: {
    accepts: (value) => typeof value === "string" || isPackage(value),
    help: 'a name, or { name: "@acme/client", version: "1.0.0" or { revision: 1 }, license: "MIT" }; jsr wants a scope and a license',
  },
  idempotencyKey: {
    accepts: (value) =>
      isRecord(value) &&
      typeof value["header"] === "string" &&
      /^[\w!#$%&'*+.^`|~-]+$/.test(value["header"]) &&
      filters.accepts(value["operations"]),
    help: 'as in { header: "Idempotency-Key", operations: [{ method: "post" }] }',
  },
  int64: {
    accepts: (value) => value === "number" || value === "string",
    help: '"number" or "string"',
  },
};

const isPackage = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value["name"] === "string" &&
  isVersion(value["version"]) &&
  (value["jsr"] !== true ||
    (/^@[^/]+\/[^/]+$/.test(value["name"]) &&
      typeof value["license"] === "string"));

const isVersion = (version: unknown): boolean =>
  version === undefined ||
  typeof version === "string" ||
  (isRecord(version) &&
    Number.isInteger(version["revision"]) &&
    Number(version["revision"]) >= 0 &&
    Number(version["revision"]) < 1000);

/** An empty filter would match everything, and so would a misspelt field. */
const isFilter = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([field, pattern]) =>
      filterFields.some((known) => known === field) &&
      typeof pattern === "string",
  );
