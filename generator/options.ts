import type { DeclaredRule } from "./ir/page-rule.ts";

/** What can be said about one client, in the config or to the Node API. */
export interface GenerateOptions {
  /** Where the files go, relative to the working directory. Without it nothing can be written. */
  readonly output?: string;
  /** Emits a publishable package of this name instead of a source folder. */
  readonly package?: string | PackageOptions;
  /** OpenAPI Overlay documents (1.0, 1.1), applied in this order after loading. */
  readonly overlays?: readonly string[];
  /**
   * Where `$ref` may lead beside the description's own folder: folders, relative to the working
   * directory, and URLs, with everything below them. What is not named is not read.
   */
  readonly allowRefs?: readonly string[];
  /**
   * Sent with requests for the description where it is a URL, to that URL's origin and to no other:
   * not where a redirect or a `$ref` leads elsewhere.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The operations and webhooks to emit, with the types that they reach: those that an entry matches,
   * in all its fields. Without it, all of them and every component.
   */
  readonly include?: readonly OperationFilter[];
  /** The operations and webhooks to leave out, whatever `include` says. */
  readonly exclude?: readonly OperationFilter[];
  /** operationId (or `METHOD /path`) -> the function's name. */
  readonly rename?: Readonly<Record<string, string>>;
  /**
   * operationId (or `METHOD /path`) -> how its pages follow each other, where the description does not
   * say it, or says it wrongly. `explain` shows the line for each list that has no rule.
   */
  readonly pagination?: Readonly<Record<string, PaginationRule>>;
  /**
   * A header by which the API knows a request that it has seen before, and does it once, where the
   * description declares none; and the operations that have it. `idempotencyKeys` of the client then sends one.
   */
  readonly idempotencyKey?: IdempotencyKeyOptions;
  readonly unions?: UnionOptions;
  /** `"open"` lets a literal union take other values of its type as well. Default `"closed"`. */
  readonly enums?: "closed" | "open";
  /**
   * What integers of `format: int64` or `uint64` are: `"string"` for an API that sends them as strings, each of them
   * whatever bounds it has, and those of an enum as their digits. Default `"number"`, which JSON.parse rounds beyond
   * 2^53 - 1; where a `maximum` or an enum keeps them below, nothing is said of that.
   */
  readonly int64?: "number" | "string";
  /**
   * The extension of relative imports in emitted code. Default: what the module resolution of the
   * nearest tsconfig.json asks for, and `".js"` in a package or where there is none.
   */
  readonly importExtension?: ".js" | ".ts" | "";
}

export interface PackageOptions {
  readonly name: string;
  /**
   * Yours; or the API's with the number of this client of it, 0 to 999, which you raise from one publication to
   * the next: revision 3 of 1.4.2 is 1.4.2003. Default: the API's where that is a semantic version, else `0.0.0`.
   */
  readonly version?: string | { readonly revision: number };
  /** An SPDX expression: the client's licence. The description's `info.license` is the API's, and not taken. */
  readonly license?: string;
  /** As npm has it: a URL, a shorthand such as `github:acme/clients`, or both with a folder. */
  readonly repository?:
    | string
    | {
        readonly type: string;
        readonly url: string;
        readonly directory?: string;
      };
  /** Emits `jsr.json` as well, for a name with a scope; JSR wants a `license`. Default false. */
  readonly jsr?: boolean;
}

/** A name alone is all that a package needs. */
export const packageOptions = (
  said: string | PackageOptions,
): PackageOptions => (typeof said === "string" ? { name: said } : said);

/**
 * Some operations. Every field given has to match. `*` in a pattern stands for any text, in a path
 * within one segment, where `**` stands for any number of segments.
 */
export interface OperationFilter {
  /** One of the operation's tags, or one above it (`parent`, OpenAPI 3.2). */
  readonly tag?: string;
  /** The path template, as written: `/users/**`, `/users/{id}`. Webhooks have none. */
  readonly path?: string;
  /** In any case: `get`. */
  readonly method?: string;
  readonly operationId?: string;
  /** The name of a webhook, which operations have not. */
  readonly webhook?: string;
}

export interface IdempotencyKeyOptions {
  /** As in `Idempotency-Key`. */
  readonly header: string;
  /** Those that an entry matches; of these, the ones whose method is not idempotent by itself. */
  readonly operations: readonly OperationFilter[];
}

export interface UnionOptions {
  /** Whether natively tagged unions get an arm for tags that this client does not know. Default true. */
  readonly open?: boolean;
  /**
   * Whether a union that nothing on the wire tells apart gets a tag by a decoder. `false` leaves
   * values as they are, and emits `isX` guards and a `matchX` instead. Default true.
   */
  readonly tag?: boolean;
}

export type PaginationRule = DeclaredRule;

/** `telltale.config.ts`. */
export interface Config {
  readonly clients: Readonly<Record<string, ClientConfig>>;
}

export interface ClientConfig extends GenerateOptions {
  /** The description: a path relative to the config file. */
  readonly input: string;
  readonly output: string;
}

/** Gives `telltale.config.ts` its types. */
export const defineConfig = (config: Config): Config => config;
