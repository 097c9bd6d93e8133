import { sep } from "node:path";
import type { ErrorPayload, ViteDevServer } from "vite";
import { summaryOf, textOf } from "./fault.ts";
import type { Run } from "./generate-clients.ts";

/**
 * Brings what a run found to Vite's dev server: errors to its log and to the overlay of every page, those
 * that are loaded later among them, until a run without errors takes it away again.
 */
export function createDevServer(
  server: ViteDevServer,
  refresh: () => Promise<Run>,
): () => Promise<void> {
  const { logger, root } = server.config;
  let shown: ErrorPayload | undefined;
  const send = (payload: ErrorPayload | { type: "update"; updates: [] }) => {
    // Vite keeps an error that no page can take for the next one, though it may be mended by then.
    if (server.ws.clients.size > 0)
      server.environments.client.hot.send(payload);
  };
  server.ws.on("connection", () => {
    if (shown !== undefined) send(shown);
  });
  return async () => {
    const run = await refresh();
    server.watcher.add([...run.inputs]);
    forget(run.changed, server);
    for (const warning of run.warnings)
      logger.warn(`telltale: ${textOf(warning, root)}`);
    const payload = payloadOf(run, root);
    if (payload !== undefined) {
      if (JSON.stringify(payload) !== JSON.stringify(shown))
        for (const fault of run.faults)
          logger.error(`telltale: ${textOf(fault, root)}`, { timestamp: true });
      shown = payload;
      send(payload);
    } else if (shown !== undefined) {
      shown = undefined;
      // An update takes the overlay away; a page that was loaded with it is loaded again.
      send({ type: "update", updates: [] });
    }
  };
}

/** What Vite has made of modules that are no longer what they were: it hears of that only a moment later. */
function forget(paths: readonly string[], server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments))
    for (const path of paths)
      moduleGraph.onFileChange(path.split(sep).join("/"));
}

function payloadOf({ faults }: Run, root: string): ErrorPayload | undefined {
  const [first, ...others] = faults;
  if (first === undefined) return undefined;
  const { message, id, loc, frame } = summaryOf([first, ...others], root);
  const place = {
    ...(id && { id }),
    ...(loc && { loc }),
    ...(frame && { frame }),
  };
  return {
    type: "error",
    err: { message, stack: "", plugin: "telltale", ...place },
  };
}
