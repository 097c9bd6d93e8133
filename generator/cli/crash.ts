import { safeMessage } from "../diagnostics/safe-text.ts";

/** What to say of an error that is nobody's but ours. */
export function crashText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const internal = message.replace(/^internal: /, "");
  const lines = [
    `internal: ${safeMessage(internal)}`,
    "  This is a fault of telltale, not of the description; please report it,",
    "  with the description if you may share it. TELLTALE_DEBUG=1 shows the stack.",
  ];
  if (process.env["TELLTALE_DEBUG"] && error instanceof Error)
    lines.push(`${error.stack}`);
  return `${lines.join("\n")}\n`;
}
