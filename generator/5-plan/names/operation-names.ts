import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api, Operation } from "../../ir/openapi.ts";
import { type Registry, reservedNames } from "./registry.ts";
import { componentTypeName } from "./type-name.ts";
import { camel, singularLast, startsAlone, words } from "./words.ts";

/** What a request and its responses are called, and the words that other names are made of. */
export interface ExchangeName {
  readonly name: string;
  readonly words: readonly string[];
  /** What the operation is about, in the singular: `listWebhooks` is about a webhook. */
  readonly noun: readonly string[];
  /** Whether it reads: its words for the noun are the best ones. */
  readonly reads: boolean;
}

/** The name is that of the operation's function. */
export interface OperationName extends ExchangeName {
  /** The types of its parameters and of its errors. */
  readonly params: string;
  readonly error: string;
}

/**
 * The operationId in camelCase, else method and path; `rename` in the config overrides both and is
 * taken as it is.
 */
export function nameOperations(
  api: Api,
  rename: Readonly<Record<string, string>>,
  registry: Registry,
  report: Report,
): readonly OperationName[] {
  const { operations } = api;
  const unused = new Set(Object.keys(rename));
  const names = operations.map((operation) => {
    const keys = [
      operation.operationId,
      `${operation.method} ${operation.path}`,
    ];
    const key = keys.find(
      (candidate) =>
        candidate !== undefined && Object.hasOwn(rename, candidate),
    );
    if (key !== undefined) unused.delete(key);
    const wanted = key === undefined ? undefined : rename[key];
    const byPath = safe(camel(pathWords(operation)));
    const own =
      wanted ?? safe(camel(words(operation.operationId ?? "")) || byPath);
    const name = registry.claim([own, byPath]);
    if (name !== own && operation.operationId !== undefined)
      report("operation/duplicate-id", operation.origin, {
        id: operation.operationId ?? own,
        name,
      });
    const about = aboutWhat(beforeRoute(words(name), operation));
    return { name, words: words(name), ...about };
  });
  const claim = afterComponents(api, registry);
  const paths = { source: api.source, pointer: "/paths" };
  for (const id of unused) report("operation/rename-unused", paths, { id });
  return names.map((own) => {
    const base = own.name.charAt(0).toUpperCase() + own.name.slice(1);
    return {
      ...own,
      params: claim([`${base}Params`, `${base}Parameters`, `${base}Arguments`]),
      error: claim([`${base}Error`, `${base}Failure`, `${base}Errors`]),
    };
  });
}

/** Claims what every caller handles: before the bodies inside it, and after what the author named. */
export function afterComponents(
  { components }: Api,
  registry: Registry,
): Registry["claim"] {
  const own = new Set(components.map(({ name }) => componentTypeName(name)));
  return (suggestions) =>
    registry.claim(suggestions.filter((name) => !own.has(name)));
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

const readers: ReadonlySet<string> = new Set(
  "get list fetch find read retrieve show search query lookup all describe".split(
    " ",
  ),
);
const writers: ReadonlySet<string> = new Set(
  "create add update patch put post replace set save delete remove send upload register edit modify change submit start stop cancel close open archive restore enable disable complete reopen mark assign unassign link unlink import export upsert insert".split(
    " ",
  ),
);

const isVerb = (word: string): boolean =>
  readers.has(word) || writers.has(word);

/** What follows the verb; all words where none is known, or nothing follows. */
export function afterVerb(words: readonly string[]): readonly string[] {
  const [verb = "", ...rest] = words;
  return isVerb(verb) && rest.length > 0 ? rest : words;
}

/** Without the path and the method that frameworks put at the end of an id: `list_pets_pets_get` of `GET /pets`. */
function beforeRoute(
  all: readonly string[],
  { method, path }: Operation,
): readonly string[] {
  const route = [...words(path), ...words(method)];
  const end = all.length - route.length;
  return end > 0 && route.every((word, index) => word === all[end + index])
    ? all.slice(0, end)
    : all;
}

function aboutWhat(
  all: readonly string[],
): Pick<OperationName, "noun" | "reads"> {
  const [verb = "", ...rest] = all;
  const unversioned = /^v\d+$/.test(rest.at(-1) ?? "")
    ? rest.slice(0, -1)
    : rest;
  const end = unversioned.findIndex(
    (word, index) => index > 0 && /^(by|for|from|with|in|of|to|as)$/.test(word),
  );
  const noun = end === -1 ? unversioned : unversioned.slice(0, end);
  if (!isVerb(verb)) return aboutWhatComesFirst(all);
  return { noun: singularLast(noun), reads: readers.has(verb) };
}

/** `users.list` is about a user. */
function aboutWhatComesFirst(
  all: readonly string[],
): Pick<OperationName, "noun" | "reads"> {
  const verb = all.at(-1) ?? "";
  return isVerb(verb)
    ? { noun: singularLast(all.slice(0, -1)), reads: readers.has(verb) }
    : { noun: [], reads: false };
}
