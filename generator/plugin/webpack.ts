import type { CompilerPlugin, PluginOptions } from "./options.ts";
import { plugins } from "./plugins.ts";

/**
 * telltale for webpack: generates the clients of a project before a build, and again once a description changes.
 *
 *     import telltale from "telltale/webpack";
 *     export default { plugins: [telltale()] };
 */
export default function telltale(options?: PluginOptions): CompilerPlugin {
  return plugins.webpack(options);
}
