import type { BuildPlugin, PluginOptions } from "./options.ts";
import { plugins } from "./plugins.ts";

/**
 * telltale for esbuild: generates the clients of a project before a build, and again once a description changes.
 *
 *     import telltale from "telltale/esbuild";
 *     export default { plugins: [telltale()] };
 */
export default function telltale(options?: PluginOptions): BuildPlugin {
  return plugins.esbuild(options);
}
