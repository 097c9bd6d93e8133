import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { safeMessage } from "../diagnostics/safe-text.ts";
import type { SourceText } from "../ir/source.ts";
import type { UsageError } from "../config/usage-error.ts";
import type { Questions } from "./questions.ts";

/** What a command may touch of the world: tests give it another. */
export interface Terminal {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where there is a person to ask. */
  readonly questions?: Questions | undefined;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** DESIGN §3: what each exit code means. */
export const exit = { fine: 0, found: 1, usage: 2, cannotCompile: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

export const usageText = ({ message, help }: UsageError): string =>
  `error: ${safeMessage(message)}\n  help: ${help}\n`;

interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Prints diagnostics on stderr. Unless asked, what was merely chosen is folded to a count per code. */
export async function printDiagnostics(
  { diagnostics, sources }: Shown,
  { stderr }: Terminal,
  verbose: boolean,
): Promise<void> {
  const shown = diagnostics.filter(
    ({ severity }) => verbose || severity !== "info",
  );
  const color = hasColor(stderr);
  if (shown.length > 0) {
    const { locator } = await import("../1-load/locate.ts");
    const { render } = await import("../diagnostics/render.ts");
    stderr.write(`${await render(shown, { sources, locator, color })}\n`);
  }
  const folded = new Map<string, number>();
  for (const { code } of diagnostics.filter(
    (diagnostic) => !shown.includes(diagnostic),
  )) {
    folded.set(code, (folded.get(code) ?? 0) + 1);
  }
  if (folded.size === 0) return;
  const counts = [...folded]
    .map(([code, count]) => `${count} × ${code}`)
    .join(", ");
  stderr.write(`info: ${counts} (--verbose shows them)\n`);
}

/** https://no-color.org, https://force-color.org; else only where a person reads along. */
export function hasColor(output: Output): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return output.isTTY === true && process.env["TERM"] !== "dumb";
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;
