import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Api, Operation } from "../../ir/openapi.ts";
import { claimFunctions } from "./claim-functions.ts";
import type { Registry } from "./registry.ts";
import { componentTypeName } from "./type-name.ts";
import { singularLast, words } from "./words.ts";

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

/** The names of functions, and of the types that belong to one alone. */
export function nameOperations(
  api: Api,
  rename: Readonly<Record<string, string>>,
  registry: Registry,
  report: Report,
): readonly OperationName[] {
  const functions = claimFunctions(api, rename, registry, report);
  const claim = afterComponents(api, registry);
  return functions.map((name, index) => {
    const all = words(name);
    const base = name.charAt(0).toUpperCase() + name.slice(1);
    return {
      name,
      words: all,
      ...aboutWhat(beforeRoute(all, api.operations[index] as Operation)),
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
