import { fault, type Fault } from "./fault.ts";
import { lengthFaults } from "./length-faults.ts";

const unions = "generator/4-resolve/unions";

const conditions = fault(`${unions}/conditions.ts`);
const exclusive = fault("generator/ir/exclusive.ts");
const prefix = fault(`${unions}/prefix.ts`);
const strikes = fault(`${unions}/strikes.ts`);
const rules = fault(`${unions}/rules-out.ts`);
const verdict = fault(`${unions}/verdict.ts`);

/** One or more for each rule by which two variants are proven apart (DESIGN §5.3): more is then proven than holds. */
export const proofFaults: readonly Fault[] = [
  // JSON types.
  exclusive(
    "types that share one exclude each other",
    "!left.some((type) => right.includes(type))",
    "!left.every((type) => right.includes(type))",
  ),
  exclusive(
    "a choice has the types of its first member",
    "[...new Set(each.flatMap((one) => one ?? []))]",
    "each[0]",
  ),
  conditions(
    "null is forgotten",
    "return nullable(conditionOf(node.of, types, depth));",
    "return conditionOf(node.of, types, depth);",
  ),
  exclusive(
    "what may be null is not null",
    'return of && [...new Set([...of, "null" as const])];',
    "return of;",
  ),
  conditions(
    "what names no type is of the type that it describes",
    "node.assumed !== true",
    "true",
  ),
  conditions(
    "what names no type is not null",
    "others = wireTypeNames.filter((other) => !named.includes(other));",
    'others = wireTypeNames.filter((other) => other !== "null" && !named.includes(other));',
  ),
  exclusive(
    "integers are no numbers",
    'case "number":\n      return ["number"];',
    'case "number":\n      return condition.integer ? [] : ["number"];',
  ),
  conditions(
    "a map is no object",
    'case "record":\n      return { kind: "types", types: ["object"] };',
    'case "record":\n      return { kind: "types", types: [] };',
  ),
  conditions(
    "a choice keeps its first member",
    "return merge(of);\n    }",
    "return merge(of.slice(0, 1));\n    }",
  ),
  exclusive(
    "of a choice one member is enough",
    "if (apart === undefined) return undefined;\n    if (weakest",
    "if (apart === undefined) continue;\n    if (weakest",
  ),
  exclusive(
    "of a choice the strongest reason counts",
    "weakest = apart.but === undefined ? (weakest ?? apart) : apart;",
    "weakest = apart.but === undefined ? apart : (weakest ?? apart);",
  ),
  exclusive(
    "a null that both allow is proof",
    'isShared && apart !== undefined ? { ...apart, but: "null" } : apart',
    "apart",
  ),
  // Literals.
  exclusive(
    "one literal that fails is enough",
    "values.every((value) => !meets(value, other))",
    "values.some((value) => !meets(value, other))",
  ),
  exclusive(
    "a literal meets the first of several",
    "condition.values.some((literal) => literal === value)",
    "condition.values[0] === value",
  ),
  exclusive(
    "a literal meets the first of several prefixes",
    "condition.prefixes.some((prefix) => value.startsWith(prefix))",
    'value.startsWith(condition.prefixes[0] ?? "")',
  ),
  exclusive(
    "a literal is a number if it is an integer",
    "(!condition.integer || Number.isInteger(value)) &&",
    "Number.isInteger(value) &&",
  ),
  exclusive(
    "a literal meets nothing that names no type",
    "conditionTypes(condition)?.includes(typeof value as WireType) ?? true",
    "conditionTypes(condition)?.includes(typeof value as WireType) ?? false",
  ),
  conditions(
    "a set of literals loses one",
    '{ kind: "literal", values: node.values }',
    '{ kind: "literal", values: node.values.slice(0, 1) }',
  ),
  // Prefixes.
  exclusive(
    "a prefix excludes what is longer",
    "x.startsWith(y) || y.startsWith(x)",
    "x === y",
  ),
  exclusive(
    "a prefix excludes what is shorter",
    "x.startsWith(y) || y.startsWith(x)",
    "x.startsWith(y)",
  ),
  exclusive(
    "only the first of several prefixes counts",
    "const meet = a.prefixes.some((x) =>",
    "const meet = a.prefixes.slice(0, 1).some((x) =>",
  ),
  prefix(
    "a pattern need not be anchored",
    'if (!alternative.startsWith("^")) return "";',
    'if (false) return "";',
  ),
  prefix("`?` is no quantifier", 'quantifier === "?" || ', ""),
  // Ranges and lengths.
  exclusive(
    "bounds that touch exclude each other",
    "return max < min || (max === min && isOpen);",
    "return max <= min;",
  ),
  conditions(
    "the minimum of numbers is exclusive",
    "const above = isAbove && min !== undefined;",
    "const above = min !== undefined;",
  ),
  conditions(
    "an exclusive bound of integers is off by one",
    "Math.floor(exclusiveMinimum) + 1",
    "Math.floor(exclusiveMinimum) + 2",
  ),
  exclusive(
    "any bound that touches is open",
    'b.open === "min" ||\n    b.open === "both";',
    "true;",
  ),
  exclusive(
    "ranges that overlap exclude each other",
    "isBelow(a, b) || isBelow(b, a)",
    "(a.max ?? Infinity) < (b.max ?? Infinity)",
  ),
  conditions(
    "a tuple with a rest ends where its places end",
    "node.rest === undefined ? node.items.length : maxItems",
    "node.items.length",
  ),
  conditions(
    "a tuple is as long as it has places",
    "const { minItems = 0, maxItems } = constraints;",
    "const { minItems = node.items.length, maxItems } = constraints;",
  ),
  ...lengthFaults,
  // Items.
  exclusive(
    "arrays that may both be empty are proof",
    'but: "emptyArray" as const',
    "but: undefined",
  ),
  exclusive(
    "a place that neither has to fill is proof",
    "if (at < filled)",
    "if (true)",
  ),
  exclusive(
    "the place after those that are filled is proof",
    "if (at < filled)",
    "if (filled > 0 && at <= filled)",
  ),
  exclusive(
    "an item that may be null is not",
    "but: apart.but }];\n    return",
    "but: undefined }];\n    return",
  ),
  conditions(
    "item literals lose one",
    "values: items.values, ...bounds",
    "values: items.values.slice(1), ...bounds",
  ),
  exclusive(
    "a place of a tuple stands for those after it",
    '(condition.of[at] ?? { kind: "any" })',
    '(condition.of[at] ?? condition.of[0] ?? { kind: "any" })',
  ),
  // Presence.
  strikes(
    "whatever does not declare a property is closed to it",
    "rulesOut(tested, wireName) && value?.required",
    "value?.required",
  ),
  strikes(
    "a type for further properties forbids them in the other variant",
    "rulesOut(tested, wireName) && value?.required",
    "(tested.closed || tested.additional !== undefined) && value?.required",
  ),
  strikes(
    "what a closed variant does not declare is required in the other",
    "rulesOut(tested, wireName) && value?.required",
    "rulesOut(tested, wireName)",
  ),
  strikes(
    "what is not declared is absent",
    "return rulesOut(of, wireName)",
    "return true",
  ),
  strikes(
    "a type for further properties forbids them",
    "return rulesOut(of, wireName)",
    "return of.closed || of.additional !== undefined",
  ),
  strikes(
    "what is declared is required where the other is closed",
    "if (!test.required) return undefined;",
    "if (!test.required && !of.closed) return undefined;",
  ),
  rules(
    "what is closed but for names of a pattern is closed to those as well",
    "!closedBut.some((pattern) => mayMatch(pattern, wireName))",
    "true",
  ),
  // Paths.
  strikes(
    "a property that neither requires is proof",
    'isThere ? { kind: "sound", by: apart.by } : { kind: "optionalTag" }',
    '{ kind: "sound", by: apart.by }',
  ),
  strikes(
    "a property has to be required by both",
    "const isThere = value.required || test.required;",
    "const isThere = true;",
  ),
  strikes(
    "null, or an empty array, of a property that both allow is proof",
    "return isThere ? { kind: apart.but } : undefined;",
    'return isThere ? { kind: "sound", by: apart.by } : undefined;',
  ),
  strikes(
    "inside of what neither requires is proof",
    'if (!value.required && !test.required) return { kind: "optionalTag" };',
    "",
  ),
  strikes(
    "inside of what no type says to be an object is proof",
    'return { kind: "otherType" };',
    "return found;",
  ),
  strikes(
    "inside of what both say may be null is proof",
    'types.node(type).kind === "nullable" || isAssumed(type, types);',
    "isAssumed(type, types);",
  ),
  strikes(
    "what no type says to be an object is never null",
    'types.node(type).kind === "nullable" || isAssumed(type, types);',
    'types.node(type).kind === "nullable";',
  ),
  verdict(
    "evidence at a path is proof",
    'if (found.kind !== "sound")',
    'if (found.kind === "presence")',
  ),
  verdict(
    "an empty array or null that both allow is proof",
    "if (kind === undefined)",
    "if (true)",
  ),
];
