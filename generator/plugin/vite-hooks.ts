import { setTimeout as delay } from "node:timers/promises";
import type { Plugin, ViteDevServer } from "vite";
import { createDevServer } from "./dev-server.ts";
import { rollupHooks } from "./rollup-hooks.ts";
import type { Session } from "./session.ts";

/** Editors write in several steps: as long, in milliseconds, is waited for the last of them. */
const settleMs = 50;

/** A build is one as Rollup's; a dev server goes on with a broken description, and shows what is wrong. */
export function viteHooks(session: Session): Partial<Plugin> {
  let root = process.cwd();
  let serve: (() => Promise<void>) | undefined;
  const { buildStart } = rollupHooks(session, () => root);
  return {
    configResolved(config) {
      root = config.root;
    },
    configureServer(server: ViteDevServer) {
      serve = createDevServer(server, () => session.refresh(root));
    },
    async buildStart() {
      await (serve === undefined ? buildStart.call(this) : serve());
    },
    async watchChange(path) {
      if (serve === undefined || !session.isInput(path)) return;
      await delay(settleMs);
      await serve();
    },
  };
}
