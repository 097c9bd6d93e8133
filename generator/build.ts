/**
 * `npm run build`: declarations by tsc, code bundled by esbuild, as to load some hundred modules takes longer than
 * to compile a small description.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { markBuild } from "./lock/identity.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = "dist";
/** As deep as the folders of `generator`, so that what modules find beside themselves is where it was. */
const chunks = "chunks";

/** What package.json names. */
const entries = [
  "index",
  "cli/main",
  ...["esbuild", "rolldown", "rollup", "rspack", "vite", "webpack"].map(
    (bundler) => `plugin/${bundler}`,
  ),
];

/** What threads run. They are looked for beside the module that starts them. */
const threads = [
  "6-emit/thread/print-modules",
  "cli/thread/config-thread",
  "cli/thread/run-jobs",
];

rmSync(`${root}${outdir}`, { recursive: true, force: true });
const tsc = ["node_modules/ts7/bin/tsc", "-p", "tsconfig.build.json"];
execFileSync(process.execPath, tsc, { cwd: root, stdio: "inherit" });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [
    ...entries.map((path) => ({ in: `generator/${path}.ts`, out: path })),
    ...threads.map((path) => ({
      in: `generator/${path}.ts`,
      out: `${chunks}/${basename(path)}`,
    })),
  ],
  outdir,
  chunkNames: `${chunks}/[name]-[hash]`,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.18",
  packages: "external",
  metafile: true,
});
checkPlaces(metafile);
markBuild();

/** A module that looks for files beside itself must stand in a chunk. */
function checkPlaces({ outputs }: Metafile): void {
  for (const [output, { inputs }] of Object.entries(outputs)) {
    if (output.startsWith(`${outdir}/${chunks}/`)) continue;
    const lost = Object.keys(inputs).find((input) =>
      readFileSync(`${root}${input}`, "utf8").includes("import.meta.url"),
    );
    if (lost !== undefined)
      throw new Error(`${lost} looks for files beside itself, in ${output}`);
  }
}
