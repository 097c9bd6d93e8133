import type { CompilerPlugin, PluginOptions } from "./options.ts";
import { plugins } from "./plugins.ts";

/**
 * telltale for Rspack: generates the clients of a project before a build, and again once a description changes.
 *
 *     import telltale from "telltale/rspack";
 *     export default { plugins: [telltale()] };
 */
export default function telltale(options?: PluginOptions): CompilerPlugin {
  return plugins.rspack(options);
}
