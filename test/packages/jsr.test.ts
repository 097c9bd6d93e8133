import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import { runCommand } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { isThere, platforms } from "../platforms/platforms.ts";

const deno = platforms.find(({ name }) => name === "Deno");

test.skipIf(deno === undefined || !isThere(deno))(
  "JSR takes the sources of a package, types and all",
  async () => {
    const output = await temporaryFolder();
    const { ok } = await generate("specs/quo/openapi.yaml", {
      cwd: root,
      output,
      package: { name: "@telltale/quo", license: "MIT", jsr: true },
      write: true,
    });
    expect(ok).toBe(true);
    const args = ["publish", "--dry-run", "--allow-dirty"];
    const { code, stderr } = await runCommand(deno?.path ?? "", args, output);
    expect(stderr).toContain("Dry run complete");
    expect(stderr).toContain("src/operations/webhooks.ts");
    expect(stderr).not.toContain("dist/");
    expect(code).toBe(0);
  },
  60_000,
);
