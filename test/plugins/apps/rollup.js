import { stripTypeScriptTypes } from "node:module";
import { rollup, watch } from "rollup";
import telltale from "telltale/rollup";

const types = {
  name: "types",
  transform: (code, id) =>
    id.endsWith(".ts") ? stripTypeScriptTypes(code) : null,
};
const output = { file: "out/main.js" };
const input = { input: "src/main.ts", plugins: [telltale(), types] };
const onLog = (level, log) => console.error(`${level}: ${log.message}`);
const print = (error) => console.error([error.message, error.frame].join("\n"));
if (process.argv[2] === "watch") {
  watch({ ...input, onLog, output }).on("event", (event) => {
    if (event.code === "ERROR") print(event.error);
    if (event.code === "END") console.log("built");
    event.result?.close();
  });
} else {
  try {
    const bundle = await rollup({ ...input, onLog });
    await bundle.write(output);
  } catch (error) {
    print(error);
    process.exitCode = 1;
  }
}
