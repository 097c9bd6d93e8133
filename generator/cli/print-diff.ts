import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { shown } from "../1-load/fetch-text.ts";
import { locator } from "../1-load/locate.ts";
import { replaceFile } from "../7-write/index.ts";
import { isError } from "../diagnostics/diagnostic.ts";
import { renderJson } from "../diagnostics/render.ts";
import type { DiffResult } from "../diff.ts";
import type { Diff, DiffSide } from "../diff/finding.ts";
import type { DiffFlags } from "./diff.ts";
import {
  count,
  hasColor,
  printDiagnostics,
  type Exit,
  type Terminal,
} from "./terminal.ts";

/** The diagnostics of either side, then what changed, in the form that was asked for. */
export async function printHuman(
  { ok, diff: found, old, new: now }: DiffResult,
  { html, markdown }: DiffFlags,
  terminal: Terminal,
): Promise<void> {
  for (const { diagnostics, input, sources } of [old, now]) {
    const errors = diagnostics.filter(isError);
    await printDiagnostics({ diagnostics: errors, sources }, terminal, true);
    if (errors.length > 0)
      terminal.stderr.write(
        `${shown(input)}: ${count(errors.length, "error")}\n`,
      );
  }
  if (!ok || found === undefined) return;
  if (markdown) {
    const { diffMarkdown } = await import("../diff/text/markdown.ts");
    terminal.stdout.write(diffMarkdown(found));
  } else if (html === undefined) {
    const { diffText } = await import("../diff/text/text.ts");
    terminal.stdout.write(
      diffText(found, { color: hasColor(terminal.stdout) }),
    );
  }
}

/** One page, and a line that says where. */
export async function writePage(
  found: Diff,
  { old, input, path }: { old: string; input: string; path: string },
  { json, markdown }: DiffFlags,
  { cwd, stdout }: Terminal,
): Promise<void> {
  const { diffHtml } = await import("../diff/html/page.ts");
  const { verdictWords } = await import("../diff/finding-words.ts");
  const text = diffHtml(found, { old: shown(old), new: shown(input) });
  const file = resolve(cwd, path);
  await replaceFile(dirname(file), { path: basename(file), text });
  if (!json && !markdown) stdout.write(`${verdictWords(found)} → ${path}\n`);
}

/** A file that others write, too: it grows, and nothing in it is lost but an entry of the same version. */
export async function growChangelog(
  { diff: found, version }: DiffResult,
  path: string,
  { cwd }: Terminal,
): Promise<void> {
  if (found === undefined || version === undefined) return;
  const { changelogWith } = await import("../diff/text/changelog.ts");
  const file = resolve(cwd, path);
  const before = existsSync(file) ? await readFile(file, "utf8") : undefined;
  const text = changelogWith(before, version, found);
  if (text !== before)
    await replaceFile(dirname(file), { path: basename(file), text });
}

/** One document, for machines. */
export async function printJson(
  { ok, diff: found, old, new: now, version }: DiffResult,
  code: Exit,
  { stdout }: Terminal,
): Promise<void> {
  const side = async ({ input, diagnostics, sources }: DiffSide) => ({
    input: shown(input),
    diagnostics: await renderJson(diagnostics, { sources, locator }),
  });
  const document = {
    ok,
    exit: code,
    old: await side(old),
    new: await side(now),
    version,
    ...found,
  };
  stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
