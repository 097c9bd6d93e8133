import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../generated/clients.ts";
import { setups, typeCheck } from "../types/type-check.ts";
import { exchanges } from "./exchanges.ts";
import { findNodes } from "./nodes.ts";
import { installProject, playProject } from "./project.ts";
import { runSuccessfully } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = await temporaryFolder();
await installProject(folder);
const nodes = await findNodes();

describe.each(nodes)("a program in Node $version", async (node) => {
  const played = await playProject(folder, node);

  test.each(Object.keys(exchanges))("%s", (name) => {
    expect(played.outcomes[name]).toBe("fine");
  });

  test("says nothing else, and ends", () => {
    expect(Object.keys(played.outcomes)).toEqual(Object.keys(exchanges));
    expect(played.stderr).toBe("");
    expect(played.code).toBe(0);
  });

  test("imports both packages in the repository, unbuilt", async () => {
    const script = `
      const quo = await import("@telltale/quo");
      const bird = await import("@telltale/bird");
      console.log(typeof quo.listWebhooks, typeof bird.paginateWebhookSubscriptions);`;
    const args = ["--input-type=module", "--eval", script];
    expect(await runSuccessfully(node.path, args, root)).toBe(
      "function function\n",
    );
  });
});

describe("the program's types", () => {
  test.each(setups)("$compiler, $mode", async (setup) => {
    const options = {
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    };
    const check = { ...setup, folder, options };
    expect(await typeCheck({ ...check, include: ["program"] })).toBe("");
  });
});

describe("what is installed", () => {
  test.each(["quo", "bird"])("@telltale/%s is whole", async (name) => {
    const installed = join(folder, "node_modules/@telltale", name);
    const { exports } = JSON.parse(
      await readFile(join(installed, "package.json"), "utf8"),
    ) as { exports: { ".": Record<string, string> } };
    for (const path of Object.values(exports["."]))
      expect(await readFile(join(installed, path), "utf8")).not.toBe("");
    const readme = await readFile(join(installed, "README.md"), "utf8");
    expect(readme).toContain(`@telltale/${name}`);
  });
});
