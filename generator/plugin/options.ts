import type { Config } from "../options.ts";

/**
 * What a build plugin is given: nothing, where `telltale.config.ts` stands in the project's root; where
 * the config is, relative to that root; or the clients themselves, with paths relative to it.
 */
export type PluginOptions = ConfigFile | Config;

interface ConfigFile {
  readonly config?: string;
  readonly clients?: never;
}

// Plugins as the types of the bundlers ask for them, and no more: nobody needs the types of a bundler
// that is not installed.

/** Of Rollup, Rolldown and Vite: hooks are optional there. */
export interface NamedPlugin {
  readonly name: string;
}

/** Of webpack and Rspack. */
export interface CompilerPlugin {
  apply(compiler: object): void;
}

/** Of esbuild. */
export interface BuildPlugin {
  readonly name: string;
  setup(build: object): void | Promise<void>;
}
