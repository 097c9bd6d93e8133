import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api, Operation } from "../../ir/openapi.ts";
import { type Registry, reservedNames } from "./registry.ts";
import { camel, startsAlone, words } from "./words.ts";

/** What an operation is to be called. */
interface Wish {
  readonly operation: Operation;
  /** The key of `rename` that says so. */
  readonly key: string | undefined;
  /** Empty where nobody says anything. */
  readonly name: string;
  /** Who gets a name that several are to have: a rename, then an id that only one operation has, then any id. */
  readonly rank: 0 | 1 | 2;
}

/**
 * The names of functions, in the order of the operations: what `rename` says, as it is, else the operationId in
 * camelCase, else method and path. The last are made up, and get what is left.
 */
export function claimFunctions(
  { operations, source }: Api,
  rename: Readonly<Record<string, string>>,
  registry: Registry,
  report: Report,
): readonly string[] {
  const wishes = wishesOf(operations, rename);
  const given = new Map<Wish, string>();
  for (const wish of wishes.toSorted((a, b) => a.rank - b.rank))
    if (wish.name !== "" && registry.isFree(wish.name))
      given.set(wish, registry.claim([wish.name]));
  const names = wishes.map((wish) => {
    const own = given.get(wish);
    const name =
      own ?? registry.claim([safe(camel(pathWords(wish.operation)))]);
    if (own === undefined && wish.name !== "") reportTaken(wish, name, report);
    return name;
  });
  const used = new Set(wishes.map(({ key }) => key));
  for (const id of Object.keys(rename))
    if (!used.has(id))
      report("operation/rename-unused", { source, pointer: "/paths" }, { id });
  return names;
}

function wishesOf(
  operations: readonly Operation[],
  rename: Readonly<Record<string, string>>,
): readonly Wish[] {
  const users = Map.groupBy(operations, ({ operationId }) => operationId);
  return operations.map((operation): Wish => {
    const { method, operationId, path } = operation;
    const key = [operationId, `${method} ${path}`].find(
      (each) => each !== undefined && Object.hasOwn(rename, each),
    );
    if (key !== undefined)
      return { operation, key, name: rename[key] ?? "", rank: 0 };
    const own = camel(words(operationId ?? ""));
    const name = own === "" ? "" : safe(own);
    const isOnly = users.get(operationId)?.length === 1;
    return { operation, key, name, rank: isOnly && name === own ? 1 : 2 };
  });
}

function reportTaken(
  { key, name: wanted, operation }: Wish,
  name: string,
  report: Report,
): void {
  const { operationId = "", origin } = operation;
  if (key === undefined)
    report("operation/duplicate-id", origin, { id: operationId, name });
  else report("operation/rename-taken", origin, { id: key, wanted, name });
}

/** A keyword, a name that emitted modules use themselves, and a digit in front make no function's name. */
function safe(name: string): string {
  if (reservedNames.includes(name)) return `${name}Operation`;
  return startsAlone(name) ? name : `operation${name}`;
}

/** `GET /pets/{petId}/toys` is get, pets, by, pet, id, toys; of a method, too, only the letters count: `M-SEARCH`. */
function pathWords({ method, path }: Operation): readonly string[] {
  const segments = path.split("/").flatMap((segment) => {
    const parameter = /^\{(.*)\}$/.exec(segment)?.[1];
    return parameter === undefined
      ? words(segment)
      : ["by", ...words(parameter)];
  });
  return [...words(method), ...segments];
}
