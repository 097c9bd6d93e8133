import type { NamedPlugin, PluginOptions } from "./options.ts";
import { plugins } from "./plugins.ts";

/**
 * telltale for Vite: generates the clients of a project before a build, and again once a description changes.
 *
 *     import telltale from "telltale/vite";
 *     export default { plugins: [telltale()] };
 */
export default function telltale(options?: PluginOptions): NamedPlugin {
  return plugins.vite(options);
}
