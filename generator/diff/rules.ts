import type { Level, Semver } from "./finding.ts";

/** What a change means, and why. */
export interface Judgement {
  readonly level: Level;
  readonly semver: Exclude<Semver, "none">;
  readonly because: string;
}

/** A kind of change: what is said of it, and its judgement, where it matters by direction. */
export type Rule = {
  /** Reads after the subject: "is gone". */
  readonly words: string;
} & (
  | { readonly always: Judgement }
  | { readonly received: Judgement; readonly sent: Judgement }
);

const breaking = (because: string): Judgement => ({
  level: "breaking",
  semver: "major",
  because,
});
const unknown = (because: string): Judgement => ({
  level: "unknown",
  semver: "major",
  because,
});
const widening = (because: string): Judgement => ({
  level: "widening",
  semver: "minor",
  because,
});
/** The client has more than before. */
const more = (because: string): Judgement => ({
  level: "compatible",
  semver: "minor",
  because,
});
const same = (because: string): Judgement => ({
  level: "compatible",
  semver: "patch",
  because,
});

const notThere = "code that names it stops compiling";
const withTypes =
  "code that names it, or the types of its params and errors, stops compiling";
const nothingNamesIt = "nothing names it yet";
const stillFits = "what callers wrote still fits";
const noLongerFits = "what callers wrote no longer fits";
const exhaustive =
  "code with a default branch is safe; code that is exhaustive stops compiling";

/**
 * Every kind of change and its judgement: what the comparison reports, what the table in RULES.md says, and
 * what is held against the type-checker are this one table.
 */
export const rules = {
  "operation-removed": { words: "is gone", always: breaking(withTypes) },
  "operation-added": { words: "is new", always: more(nothingNamesIt) },
  "operation-renamed": {
    words: "has another name",
    always: breaking(withTypes),
  },
  "operation-moved": {
    words: "is sent to another method or path",
    always: same("the client knows where to send it"),
  },
  "operation-deprecated": {
    words: "is deprecated",
    always: same("it still works; editors strike it out"),
  },
  "params-introduced": {
    words: "takes params now",
    always: breaking(
      "options were the second argument, and are the third one now",
    ),
  },
  "params-removed": {
    words: "takes no params any more",
    always: breaking("options were the third argument, and are the second one"),
  },
  "request-otherwise": {
    words: "is sent in another form",
    always: same("callers write the same; the client encodes it"),
  },
  "security-tightened": {
    words: "asks for other credentials",
    always: breaking(
      "a client without them rejects the call before it is sent",
    ),
  },
  "security-loosened": {
    words: "takes more credentials, or none",
    always: more("what was given is still enough"),
  },
  "server-changed": {
    words: "goes to another server",
    always: same("a baseUrl that callers give wins over it"),
  },

  "field-removed": {
    words: "is gone",
    received: breaking("code that reads it stops compiling"),
    sent: breaking("code that writes it stops compiling"),
  },
  "field-added": {
    words: "is new",
    received: more(nothingNamesIt),
    sent: more("it is optional"),
  },
  "field-added-required": {
    words: "is new, and required",
    received: more(nothingNamesIt),
    sent: breaking("callers do not give it"),
  },
  "field-optional": {
    words: "is optional now",
    received: breaking("code that reads it has to expect nothing there"),
    sent: more(stillFits),
  },
  "field-required": {
    words: "is required now",
    received: more("code that expects nothing there still compiles"),
    sent: breaking("callers may leave it out"),
  },
  "field-readonly": {
    words: "is read-only now",
    always: breaking("code that assigns to it stops compiling"),
  },
  "field-writable": {
    words: "is no longer read-only",
    always: more("reading it is what it was"),
  },
  "keys-removed": {
    words: "has no further keys any more",
    received: breaking("code that reads a key stops compiling"),
    sent: breaking("code that writes a key stops compiling"),
  },
  "keys-added": {
    words: "may have further keys",
    received: more(nothingNamesIt),
    sent: more(stillFits),
  },

  "value-added": {
    words: "has a new value",
    received: widening(exhaustive),
    sent: more(stillFits),
  },
  "value-removed": {
    words: "has lost a value",
    received: breaking("a case for it stops compiling"),
    sent: breaking(noLongerFits),
  },
  "values-opened": {
    words: "takes any value of its type now",
    received: widening(exhaustive),
    sent: more(stillFits),
  },
  "values-closed": {
    words: "is one of a few values now",
    received: unknown("code that compares it with any other stops compiling"),
    sent: breaking("callers may give any other"),
  },
  "null-added": {
    words: "may be null now",
    received: breaking("code that reads it has to expect null"),
    sent: more(stillFits),
  },
  "null-removed": {
    words: "is never null any more",
    received: more("code that expects null still compiles"),
    sent: breaking("callers may give null"),
  },
  "undefined-added": {
    words: "may be undefined now",
    received: breaking("code that reads it has to expect undefined"),
    sent: more(stillFits),
  },
  "undefined-removed": {
    words: "is never undefined any more",
    received: more("code that expects undefined still compiles"),
    sent: breaking("callers may give undefined"),
  },
  retyped: {
    words: "has another type",
    received: breaking("code that reads it has the old type in mind"),
    sent: breaking(noLongerFits),
  },
  "type-joined": {
    words: "may have another type as well",
    received: breaking("code took it for the one type"),
    sent: more(stillFits),
  },
  "type-added": {
    words: "may have one more type",
    received: widening(exhaustive),
    sent: more(stillFits),
  },
  "type-removed": {
    words: "has one type less",
    received: breaking("code that tells it apart stops compiling"),
    sent: breaking(noLongerFits),
  },
  "type-opened": {
    words: "may be anything now",
    received: breaking("nothing can be read of it without a check"),
    sent: more(stillFits),
  },
  "type-closed": {
    words: "has a type now",
    received: unknown("code that checked for another type stops compiling"),
    sent: breaking("callers may give anything"),
  },
  "length-widened": {
    words: "may be shorter or longer",
    received: breaking("code that relies on its items stops compiling"),
    sent: more(stillFits),
  },
  "length-narrowed": {
    words: "is never as short any more",
    received: more("code that expects it shorter still compiles"),
    sent: breaking("callers may give fewer items"),
  },
  "length-fixed": {
    words: "is never as long any more",
    received: unknown(
      "code that reads an item beyond, or compares the length, stops compiling",
    ),
    sent: breaking("callers may give more items"),
  },
  "length-changed": {
    words: "has another number of items",
    received: breaking("code that relies on its items stops compiling"),
    sent: breaking(noLongerFits),
  },
  "variant-added": {
    words: "has a new variant",
    received: widening(exhaustive),
    sent: more(stillFits),
  },
  "variant-removed": {
    words: "has lost a variant",
    received: breaking("a case for it stops compiling"),
    sent: breaking(noLongerFits),
  },
  "variant-differs": {
    words: "has a new variant without what all others share",
    always: breaking("code that reads it of any variant stops compiling"),
  },
  undecided: {
    words: "has another type, which could not be compared",
    received: unknown("neither type is known to include the other"),
    sent: unknown("neither type is known to include the other"),
  },

  "status-added": {
    words: "documents another failure",
    always: widening(exhaustive),
  },
  "status-removed": {
    words: "no longer documents a failure",
    always: breaking("its body has no type any more"),
  },
  "headers-added": {
    words: "documents headers",
    always: more(nothingNamesIt),
  },
  "headers-removed": {
    words: "documents no headers any more",
    always: breaking("their names and types are gone"),
  },
  "pages-added": {
    words: "turns the pages of an operation that had none",
    always: more(nothingNamesIt),
  },
  "pages-removed": {
    words: "is gone",
    always: breaking(notThere),
  },
  "pages-otherwise": {
    words: "turns its pages by another rule",
    always: unknown("tokens that callers kept may mean nothing any more"),
  },

  "credential-added": {
    words: "is a new, optional credential",
    always: more("it may be left out"),
  },
  "credential-required": {
    words: "is a credential that every client has to give now",
    always: breaking("createClient was called without it"),
  },
  "credential-removed": {
    words: "is a credential no more",
    always: breaking("code that gives it stops compiling"),
  },
  "credential-optional": {
    words: "is a credential that may be left out now",
    always: more(stillFits),
  },
  "credential-retyped": {
    words: "is another kind of credential",
    always: breaking(noLongerFits),
  },
  "credential-otherwise": {
    words: "is sent otherwise",
    always: same("callers give the same; the client sends it"),
  },
  "base-url-required": {
    words: "has to be given now: no server is named",
    always: breaking("createClient was called without it"),
  },
  "base-url-known": {
    words: "may be left out now",
    always: more("one that callers give still wins"),
  },
  "base-url-changed": {
    words: "is another one",
    always: same("one that callers give wins over it"),
  },
  "server-variable-removed": {
    words: "is a variable of the server no more",
    always: breaking("code that gives it stops compiling"),
  },
  "server-variable-added": {
    words: "is a new variable of the server",
    always: more("it has a default"),
  },
  "server-variable-needed": {
    words: "has to be given now",
    always: breaking("createClient was called without it"),
  },
  "server-variable-default": {
    words: "has another default",
    always: same("one that callers give wins over it"),
  },

  "webhook-added": {
    words: "is a new webhook",
    always: widening(
      "a receiver with a default branch is safe; a table of handlers for each webhook stops compiling",
    ),
  },
  "webhook-removed": {
    words: "is a webhook no more",
    always: breaking(notThere),
  },
  "guard-added": {
    words: "asks for one more function",
    always: widening("a match is exhaustive by nature, and stops compiling"),
  },
  "guard-removed": {
    words: "has one function less",
    always: breaking("code that gives it stops compiling"),
  },
  "name-removed": {
    words: "is exported no more",
    always: breaking("code that imports the name stops compiling"),
  },
  "name-renamed": {
    words: "has another name",
    always: breaking("code that imports the name stops compiling"),
  },
  "name-moved": {
    words: "is the name of another type now",
    always: breaking("code that says the type by this name stops compiling"),
  },
  "name-added": { words: "is exported", always: more(nothingNamesIt) },
} as const satisfies Readonly<Record<string, Rule>>;

export type ChangeId = keyof typeof rules;

/** The rule of a change, whichever directions it tells apart. */
export const ruleOf = (change: ChangeId): Rule => rules[change];
