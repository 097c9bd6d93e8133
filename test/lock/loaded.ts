/** Preloaded (`--import`): says at the end of a process whether it loaded a part of the compiler. */
import { registerHooks } from "node:module";

let isLoaded = false;
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    // A bundle names the modules that it holds.
    isLoaded ||=
      /ts-morph|oxfmt|js-yaml/.test(url) ||
      /^\/\/ generator\/[2-6]-[a-z]+\//m.test(String(loaded.source));
    return loaded;
  },
});
process.on("exit", () => {
  if (isLoaded) process.stderr.write("compiler loaded\n");
});
