import { fault, type Fault } from "./fault.ts";

const exact = fault("generator/4-resolve/unions/exact.ts");
const equalTypes = fault("generator/ir/equal-types.ts");
const tagged = fault("templates/runtime/tagged.ts");

/** Those that only unions show that lead back to themselves. */
export const recursionFaults: readonly Fault[] = [
  exact(
    "what is further down than a complete check looks is taken as checked",
    "if (depth > deepest || node.incomplete === true) return undefined;",
    'if (depth > deepest) return { kind: "any" };\n  if (node.incomplete === true) return undefined;',
  ),
  equalTypes(
    "a type that is being compared is equal to whatever it is met with",
    "if (met.has(left, right)) return true;",
    "if (met.all.has(left)) return true;",
  ),
  tagged(
    "what is inside gets its tag before the value is looked at",
    "const name = decide(value);\n      if (insides.size > 0) insides.get(name)?.tag(value);",
    "for (const each of insides.values()) each.tag(value);\n      const name = decide(value);",
  ),
];
