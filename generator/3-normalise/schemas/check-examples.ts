import { createContext, runInContext } from "node:vm";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { SchemaNode } from "../../ir/schema-graph.ts";

/**
 * Reports examples that break the pattern beside them: one of the two is wrong, and only the
 * author knows which.
 */
export function checkExamples(schema: SchemaNode, report: Report): void {
  const { pattern } = schema.constraints;
  if (pattern === undefined) return;
  for (const example of schema.annotations.examples ?? []) {
    if (typeof example !== "string") continue;
    const matches = test(pattern, example);
    if (matches === false)
      report("schema/example-breaks-pattern", schema.origin, {
        example,
        pattern,
      });
    if (matches === "invalid")
      report("schema/invalid-pattern", schema.origin, { pattern });
  }
}

/** Milliseconds for one match. */
const timeout = 50;
const sandbox = createContext(Object.create(null), {
  codeGeneration: { strings: false, wasm: false },
});

/**
 * Whether `value` matches, as JSON Schema 2020-12 §6.3.3 says: unanchored, ECMA-262 with `u`. The
 * pattern is untrusted: it runs with a deadline, and one that takes longer says nothing.
 */
function test(pattern: string, value: string): boolean | "invalid" | undefined {
  try {
    new RegExp(pattern, "u");
  } catch {
    return "invalid";
  }
  const expression = `new RegExp(${JSON.stringify(pattern)}, "u").test(${JSON.stringify(value)})`;
  try {
    return runInContext(expression, sandbox, { timeout }) === true;
  } catch {
    return undefined;
  }
}
