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
  /** operationId (or `METHOD /path`) -> the function's name. */
  readonly rename?: Readonly<Record<string, string>>;
  readonly unions?: UnionOptions;
  /** `"open"` lets a literal union take other values of its type as well. Default `"closed"`. */
  readonly enums?: "closed" | "open";
  /** The extension of relative imports in emitted code. Default `".js"`. */
  readonly importExtension?: ".js" | ".ts" | "";
}

export interface PackageOptions {
  readonly name: string;
  /** Default: the API's version where that is a semantic version, else `0.0.0`. */
  readonly version?: string;
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
