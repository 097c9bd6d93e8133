import { safeText } from "../diagnostics/safe-text.ts";
import type { Generated } from "../generate.ts";
import type { Flags } from "./jobs.ts";
import type { Outcome } from "./run-client.ts";
import { count } from "./terminal.ts";

interface Line {
  readonly name: string;
  readonly folder: string | undefined;
  readonly errors: number;
  readonly mode: true | "check" | "dry-run";
  readonly generated: Generated;
}

/** `quo: 1 operation, 14 types, 1 union told apart → generated/quo (22 files, unchanged)` */
export function summaryLine({
  name,
  folder,
  errors,
  mode,
  generated,
}: Line): string {
  const { ok, summary, files, imports, output, skipped } = generated;
  if (skipped !== undefined && output !== undefined) {
    const all = count(output.unchanged.length, "file");
    const state = [all, stateOf(output, mode), ...warned(skipped.warnings)];
    return safeText(`${name} → ${folder} (${state.join(", ")})`);
  }
  if (!ok || summary === undefined)
    return safeText(`${name}: ${count(errors, "error")}, nothing written`);
  const { native, tagged, plain } = summary.unions;
  const parts = [
    count(summary.operations, "operation"),
    count(summary.types, "type"),
    native + tagged > 0 ? `${count(native + tagged, "union")} told apart` : "",
    plain > 0 ? `${plain} not` : "",
    summary.paginated > 0 ? `${summary.paginated} paginated` : "",
    summary.unpaged > 0
      ? `${count(summary.unpaged, "list")} not paginated`
      : "",
  ];
  const found = parts.filter((part) => part !== "").join(", ");
  const into = folder === undefined ? "" : ` → ${folder}`;
  const state =
    output === undefined ? "nothing written" : stateOf(output, mode);
  const chosen =
    imports?.by === undefined
      ? ""
      : `, imports end in ${imports.extension || "no extension"} as in ${imports.by}`;
  return safeText(
    `${name}: ${found}${into} (${count(files.length, "file")}, ${state}${chosen})`,
  );
}

/** `20 clients: 18 unchanged, 1 written, 1 failed` */
export function totalLine(
  states: readonly Outcome["state"][],
  { check, dryRun }: Flags,
): string {
  const words = {
    unchanged: check ? "up to date" : "unchanged",
    written: dryRun ? "to write" : "written",
    stale: "stale",
    failed: "failed",
  };
  const parts = Object.entries(words).flatMap(([state, word]) => {
    const n = states.filter((each) => each === state).length;
    return n === 0 ? [] : [`${n} ${word}`];
  });
  return `${count(states.length, "client")}: ${parts.join(", ")}`;
}

const warned = (warnings: number): readonly string[] =>
  warnings === 0 ? [] : [`${count(warnings, "warning")} that --verbose shows`];

function stateOf(
  { written, deleted, edited, untold }: NonNullable<Generated["output"]>,
  mode: Line["mode"],
): string {
  if (written.length + deleted.length + edited.length + untold.length === 0)
    return mode === "check" ? "up to date" : "unchanged";
  const words = {
    true: ["written", "deleted"],
    check: ["stale", "left over"],
    "dry-run": ["to write", "to delete"],
  };
  const [change, removal] = words[`${mode}`] as [string, string];
  const changes = [
    edited.length > 0 ? `${edited.length} changed by hand` : "",
    untold.length > 0 ? `${untold.length} otherwise` : "",
    written.length > 0 ? `${written.length} ${change}` : "",
    deleted.length > 0 ? `${deleted.length} ${removal}` : "",
  ];
  return changes.filter((part) => part !== "").join(", ");
}
