import { fileURLToPath } from "node:url";
import telltale from "telltale/webpack";
import webpack from "webpack";

const folder = fileURLToPath(new URL(".", import.meta.url));
const compiler = webpack({
  context: folder,
  mode: "production",
  devtool: false,
  entry: "./src/main.ts",
  output: { path: `${folder}out` },
  module: { rules: [{ test: /\.ts$/, loader: `${folder}strip-types.cjs` }] },
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
