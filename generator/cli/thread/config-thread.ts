/** What a thread runs: it imports one config, and says what it exports and which files that took. */
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { ConfigReply } from "./read-config.ts";

const files: string[] = [];
const keep = (url: string): void => {
  if (url.startsWith("file:") && !url.includes("/node_modules/"))
    files.push(fileURLToPath(url));
};
registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      // A file that is not there may come, or come back.
      if (/^\.{1,2}\//.test(specifier))
        keep(new URL(specifier, context.parentURL).href);
      throw error;
    }
  },
  load(url, context, nextLoad) {
    keep(url);
    return nextLoad(url, context);
  },
});

const reply = (message: ConfigReply) => parentPort?.postMessage(message);
try {
  const { href } = pathToFileURL(workerData as string);
  const module = (await import(href)) as { default?: unknown };
  reply({ files, value: module.default, problem: undefined });
} catch (error) {
  const problem = error instanceof Error ? error.message : String(error);
  reply({ files, value: undefined, problem });
}
