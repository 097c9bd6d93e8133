import { rolldown, watch } from "rolldown";
import telltale from "telltale/rolldown";

const output = { file: "out/main.js" };
const input = { input: "src/main.ts", plugins: [telltale()] };
if (process.argv[2] === "watch") {
  watch({ ...input, output }).on("event", (event) => {
    if (event.code === "ERROR") console.error(event.error.message);
    if (event.code === "END") console.log("built");
    event.result?.close();
  });
} else {
  try {
    const bundle = await rolldown(input);
    await bundle.write(output);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
