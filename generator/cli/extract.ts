import { readFile } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";
import type { Command } from "commander";
import { locator } from "../1-load/locate.ts";
import { replaceFile } from "../7-write/index.ts";
import { renderJson } from "../diagnostics/render.ts";
import { extract } from "../extract.ts";
import { UsageError } from "../config/usage-error.ts";
import {
  count,
  exit,
  printDiagnostics,
  type Exit,
  type Terminal,
} from "./terminal.ts";

interface Flags {
  readonly output?: string;
  readonly json?: true;
  readonly verbose?: true;
}

export function addExtract(
  program: Command,
  terminal: Terminal,
  done: (exit: Exit) => void,
): void {
  program
    .command("extract")
    .description(
      "take the OpenAPI document out of published docs pages; many are merged into one",
    )
    .argument("<page...>", "Markdown sources of docs pages")
    .option(
      "-o, --output <file>",
      "where it goes, as .yaml, .yml or .json; without it, to stdout",
    )
    .option("--json", "one JSON document on stdout, about what was done")
    .option("--verbose", "show every info diagnostic")
    .action(async (pages: readonly string[], flags: Flags) => {
      done(await runExtract(pages, flags, terminal));
    });
}

async function runExtract(
  pages: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<Exit> {
  const { output, json } = flags;
  if (output === undefined && json) {
    throw new UsageError(
      "--json needs -o, as the document itself goes to stdout",
      "add -o openapi.yaml",
    );
  }
  const format = output === undefined ? undefined : formatOf(output);
  const result = await extract(pages, {
    cwd: terminal.cwd,
    ...(format && { format }),
  });
  const { text, diagnostics, sources, found } = result;
  if (!json) await printDiagnostics(result, terminal, flags.verbose === true);
  const ok = text !== undefined;
  const changed =
    ok &&
    output !== undefined &&
    (await save(resolve(terminal.cwd, output), text));
  if (json) {
    const files = { output, changed, found };
    const rendered = await renderJson(diagnostics, { sources, locator });
    terminal.stdout.write(
      `${JSON.stringify({ ok, ...files, diagnostics: rendered }, null, 2)}\n`,
    );
  } else if (!ok) {
    terminal.stderr.write("nothing written\n");
  } else if (output === undefined) {
    terminal.stdout.write(text);
  } else {
    const what =
      found === 1 ? "1 document" : `${count(found, "document")} merged`;
    terminal.stdout.write(
      `${what} → ${output} (${changed ? "written" : "unchanged"})\n`,
    );
  }
  return ok ? exit.fine : exit.cannotCompile;
}

function formatOf(output: string): "json" | "yaml" {
  const extension = extname(output).toLowerCase();
  if (extension === ".json") return "json";
  if (extension === ".yaml" || extension === ".yml") return "yaml";
  throw new UsageError(
    `${output} ends neither in .yaml nor in .json`,
    "the extension of -o says how the document is written",
  );
}

async function save(path: string, text: string): Promise<boolean> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before === text) return false;
  await replaceFile(dirname(path), { path: basename(path), text });
  return true;
}
