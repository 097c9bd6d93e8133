import { createUnplugin } from "unplugin";
import { setUpBuild } from "./esbuild-hooks.ts";
import type { PluginOptions } from "./options.ts";
import { rollupHooks } from "./rollup-hooks.ts";
import { createSession } from "./session.ts";
import { viteHooks } from "./vite-hooks.ts";
import { tapCompiler } from "./webpack-hooks.ts";

/** The plugin of each bundler; the modules named after them export one of these. */
export const plugins = createUnplugin<PluginOptions | undefined, false>(
  (options = {}) => {
    const session = createSession(options);
    const hooks = rollupHooks(session, () => process.cwd());
    return {
      name: "telltale",
      rollup: hooks,
      rolldown: hooks,
      vite: viteHooks(session),
      webpack: (compiler) => tapCompiler(compiler, session),
      rspack: (compiler) => tapCompiler(compiler, session),
      esbuild: { setup: (build) => setUpBuild(build, session) },
    };
  },
);
