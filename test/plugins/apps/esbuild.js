import * as esbuild from "esbuild";
import telltale from "telltale/esbuild";

const options = {
  entryPoints: ["src/main.ts"],
  outfile: "out/main.js",
  bundle: true,
  format: "esm",
  plugins: [
    telltale(),
    { name: "said", setup: (build) => build.onEnd(() => console.log("built")) },
  ],
};
if (process.argv[2] === "watch") {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options).catch(() => (process.exitCode = 1));
}
