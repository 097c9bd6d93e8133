import { fileURLToPath } from "node:url";
import { rspack } from "@rspack/core";
import telltale from "telltale/rspack";

const folder = fileURLToPath(new URL(".", import.meta.url));
const loader = "builtin:swc-loader";
const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" } };
const compiler = rspack({
  context: folder,
  mode: "production",
  devtool: false,
  entry: "./src/main.ts",
  output: { path: `${folder}out` },
  module: { rules: [{ test: /\.ts$/, loader, options }] },
  plugins: [telltale()],
});
const done = (error, stats) => {
  if (error) throw error;
  console.error(stats.toString("errors-warnings"));
  console.log("built");
  process.exitCode = stats.hasErrors() ? 1 : 0;
};
if (process.argv[2] === "watch") compiler.watch({}, done);
else compiler.run(done);
