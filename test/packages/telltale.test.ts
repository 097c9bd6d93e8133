import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, test } from "vitest";
import { lockName, parseLock } from "../../generator/lock/lock.ts";
import { buildTelltale } from "../consumer/built-telltale.ts";
import { runCommand, runSuccessfully } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { listFiles } from "../generated/list-files.ts";
import { typesWrong } from "./types-wrong.ts";

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const folder = await temporaryFolder();
const project = join(folder, "project");
const installed = join(project, "node_modules/telltale");
const manifest = JSON.parse(
  await readFile(join(root, "package.json"), "utf8"),
) as Manifest;
const tarball = join(folder, `telltale-${manifest.version}.tgz`);

beforeAll(async () => {
  const copy = join(folder, "copy");
  await buildTelltale(copy);
  const pack = ["pack", "--silent", "--ignore-scripts"];
  await runSuccessfully("npm", [...pack, "--pack-destination", folder], copy);
  await install();
});

describe("the package telltale, built, packed and installed", () => {
  test("says what it can do", async () => {
    const { code, stdout } = await telltale("--help");
    expect(stdout).toContain("Usage: telltale");
    expect(stdout).toMatch(/^ +generate /m);
    expect(stdout).toMatch(/^ +extract /m);
    expect(code).toBe(0);
  });

  test.each([
    ["specs/quo/openapi.yaml", "quo"],
    ["specs/bird/openapi.json", "bird"],
  ])("generates from %s what the sources do", async (input, name) => {
    await mkdir(dirname(join(project, input)), { recursive: true });
    await cp(join(root, input), join(project, input));
    const { code, stderr } = await telltale("generate", input, "-o", name);
    expect({ code, stderr }).toMatchObject({ code: 0 });

    const output = join(folder, "by-sources", name);
    const args = ["generator/cli/main.ts", "generate", input, "-o", output];
    await runSuccessfully(process.execPath, args, root);
    const [built, bySources] = await Promise.all(
      [join(project, name), output].map(async (each) => {
        const { [lockName]: lock, ...files } = await read(each);
        return { files, telltale: parseLock(lock)?.telltale };
      }),
    );
    expect(built?.files).toEqual(bySources?.files);
    // A build is called what its sources are, so that either finds the other's files up to date.
    expect(built?.telltale).toMatch(/^[\d.]+\+[0-9a-f]{12}$/);
    expect(built?.telltale).toBe(bySources?.telltale);
  });

  test("knows the second time that there is nothing to do", async () => {
    const input = "specs/quo/openapi.yaml";
    const { stdout } = await telltale("generate", input, "-o", "quo");
    expect(stdout).toMatch(/^quo → quo \(\d+ files, unchanged\)\n$/);
  });

  test("is imported by a build tool", async () => {
    await writeFile(
      join(project, "build.js"),
      `import { generate } from "telltale";
       const { ok, files, output } = await generate("specs/quo/openapi.yaml");
       console.log(ok, files.length > 20, output);`,
    );
    const args = [join(project, "build.js")];
    expect(await runSuccessfully(process.execPath, args, project)).toBe(
      "true true undefined\n",
    );
  });

  test("holds no test, no source and no client", async () => {
    const folders = new Set(
      (await listFiles(installed)).map((path) => path.split("/")[0]),
    );
    expect([...folders].sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
      "templates",
    ]);
  });

  test("attw finds nothing", async () => {
    expect(await typesWrong(tarball, folder)).toEqual({
      // Of the resolution that knows no exports, and that the plugins would be files in the root for.
      problems: ["NoResolution in node10"],
      types: { kind: "included" },
      entrypoints: [
        ".",
        "./esbuild",
        "./rolldown",
        "./rollup",
        "./rspack",
        "./vite",
        "./webpack",
        "./package.json",
      ],
    });
  });

  test("publint finds nothing", async () => {
    const options = { pkgDir: installed, pack: false, strict: true } as const;
    const { messages, pkg } = await publint(options);
    expect(
      messages.map((it) => formatMessage(it, pkg, { color: false })),
    ).toEqual([]);
  });
});

/**
 * Unpacks a tarball where npm would, with the dependencies that it names, and only those, beside it:
 * npm itself would have to fetch them.
 */
async function install(): Promise<void> {
  await mkdir(installed, { recursive: true });
  const args = ["-xzf", tarball, "--strip-components=1", "-C", installed];
  await runSuccessfully("tar", args, folder);
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(project, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, "node_modules", name), link);
  }
}

function telltale(...args: readonly string[]) {
  const bin = join(installed, manifest.bin["telltale"] ?? "");
  return runCommand(process.execPath, [bin, ...args], project);
}

async function read(path: string): Promise<Readonly<Record<string, string>>> {
  const files = (await listFiles(path)).map(
    async (file) => [file, await readFile(join(path, file), "utf8")] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}
