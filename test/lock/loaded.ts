/** Preloaded (`--import`): says at the end of a process whether it loaded a part of the compiler. */
import { registerHooks } from "node:module";

let isLoaded = false;
registerHooks({
  load(url, context, nextLoad) {
    isLoaded ||= /ts-morph|oxfmt|js-yaml|\/[2-6]-[a-z]+\//.test(url);
    return nextLoad(url, context);
  },
});
process.on("exit", () => {
  if (isLoaded) process.stderr.write("compiler loaded\n");
});
