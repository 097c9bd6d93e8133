import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";

/** What became of package.json. */
export type ScriptAdded =
  | { readonly kind: "added"; readonly text: string }
  | { readonly kind: "present" | "other"; readonly command: string }
  | { readonly kind: "unreadable" };

const command = "telltale generate";

/** package.json with a script that generates all clients, otherwise as it is: order, indentation and line ends. */
export function addScript(text: string): ScriptAdded {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors);
  if (errors.length > 0 || !isRecord(value)) return { kind: "unreadable" };
  const { scripts = {} } = value;
  if (!isRecord(scripts)) return { kind: "unreadable" };
  const { generate } = scripts;
  if (generate === command) return { kind: "present", command };
  if (generate !== undefined) return { kind: "other", command: `${generate}` };
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ";
  const edits = modify(text, ["scripts", "generate"], command, {
    formattingOptions: {
      insertSpaces: !indent.startsWith("\t"),
      tabSize: indent.length,
      eol: text.includes("\r\n") ? "\r\n" : "\n",
    },
  });
  return { kind: "added", text: applyEdits(text, edits) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
