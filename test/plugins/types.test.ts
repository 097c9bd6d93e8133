import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { runCommand } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { createApp, hasBundlers } from "./app.ts";

const folder = await temporaryFolder();
const telltale = join(folder, "telltale");
const bundlers = ["vite", "rollup", "rolldown", "webpack", "rspack", "esbuild"];

beforeAll(() => buildTelltale(telltale));

test("no plugin asks for the types of a bundler, installed or not", async () => {
  const bare = join(folder, "bare");
  await mkdir(join(bare, "node_modules"), { recursive: true });
  await symlink(telltale, join(bare, "node_modules/telltale"));
  const uses = bundlers.map(
    (name) => `import ${name} from "telltale/${name}";
      ${name}();
      ${name}({ config: "other.config.ts" });
      ${name}({ clients: { pets: { input: "pets.yaml", output: "api" } } });
      // @ts-expect-error: misspelt.
      ${name}({ configs: "other.config.ts" });`,
  );
  expect(await errorsOf(uses.join("\n"), bare, "--skipLibCheck", "false")).toBe(
    "",
  );
});

describe.skipIf(!hasBundlers)("where the bundlers are installed", () => {
  test.each([
    ["vite", "PluginOption", "vite"],
    ["rollup", "Plugin", "rollup"],
    ["rolldown", "Plugin", "rolldown"],
    ["webpack", "WebpackPluginInstance", "webpack"],
    ["rspack", "RspackPluginInstance", "@rspack/core"],
    ["esbuild", "Plugin", "esbuild"],
  ])("%s takes its plugin as a %s", async (name, type, from) => {
    const app = await createApp(join(folder, name), telltale);
    const use = `import telltale from "telltale/${name}";
      import type { ${type} } from "${from}";
      telltale() satisfies ${type};
      // @ts-expect-error: were it any type at all, this would do as well.
      "telltale" satisfies ${type === "PluginOption" ? "Exclude<PluginOption, string>" : type};`;
    expect(await errorsOf(use, app.folder, "--skipLibCheck")).toBe("");
  });
});

/** What TypeScript says of a module. */
async function errorsOf(
  text: string,
  cwd: string,
  ...flags: readonly string[]
): Promise<string> {
  await writeFile(join(cwd, "use.ts"), text);
  const options = ["--noEmit", "--strict", "--module", "nodenext"];
  const args = ["--ignoreConfig", ...options, "--target", "es2023", ...flags];
  const tsc = join(root, "node_modules/ts7/bin/tsc");
  const { stdout } = await runCommand(
    process.execPath,
    [tsc, ...args, "use.ts"],
    cwd,
  );
  return stdout;
}
