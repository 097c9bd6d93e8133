import { fault, type Fault } from "./fault.ts";
import { lengthFaults } from "./length-faults.ts";
import { recursionFaults } from "./recursion-faults.ts";
import { runtimeFaults } from "./runtime-faults.ts";

const unions = "generator/4-resolve/unions";

const conditions = fault(`${unions}/conditions.ts`);
const exclusive = fault("generator/ir/exclusive.ts");
const prefix = fault(`${unions}/prefix.ts`);
const literal = fault(`${unions}/literal-tag.ts`);
const keys = fault(`${unions}/keys-of.ts`);
const eliminate = fault(`${unions}/eliminate.ts`);
const exact = fault(`${unions}/exact.ts`);
const specificity = fault(`${unions}/specificity.ts`);
const resolver = (name: string) => fault(`generator/4-resolve/${name}.ts`);

/** One for each rule, each such that a variant is struck out, or wins, that should not. */
export const faults: readonly Fault[] = [
  conditions(
    "an assumed type is taken as declared",
    "node.assumed !== true",
    "true",
  ),
  conditions(
    "null is forgotten",
    "return nullable(conditionOf(node.of, types, depth));",
    "return conditionOf(node.of, types, depth);",
  ),
  conditions(
    "what is required inside is read as all that is declared",
    "required: property.required,",
    "required: true,",
  ),
  conditions(
    "a tuple with a rest is read as closed",
    "node.rest === undefined ? node.items.length : maxItems",
    "node.items.length",
  ),
  conditions(
    "every object inside is closed",
    "const closed = node.closed && node.additional === undefined;",
    "const closed = true;",
  ),
  conditions(
    "a type for further properties forbids them",
    "const closed = node.closed && node.additional === undefined;",
    "const closed = node.closed || node.additional !== undefined;",
  ),
  ...lengthFaults,
  conditions(
    "item literals lose one",
    "values: items.values, ...bounds",
    "values: items.values.slice(1), ...bounds",
  ),
  conditions(
    "a set of literals loses one",
    '{ kind: "literal", values: node.values }',
    '{ kind: "literal", values: node.values.slice(0, 2) }',
  ),
  conditions(
    "a choice keeps its first member",
    "return merge(of);\n    }",
    "return merge(of.slice(0, 1));\n    }",
  ),
  conditions(
    "every number is an integer",
    'const integer = node.kind === "integer";',
    "const integer = true;",
  ),
  conditions(
    "an exclusive bound of integers is off by one",
    "Math.floor(exclusiveMinimum) + 1",
    "Math.floor(exclusiveMinimum) + 2",
  ),
  conditions(
    "of two bounds the wider counts for exact checks",
    "const max = tightest(maximum, below, Math.min);",
    "const max = tightest(minimum, below, Math.min);",
  ),
  prefix("`*` is no quantifier", 'quantifier === "*" || ', ""),
  prefix("`?` is no quantifier", 'quantifier === "?" || ', ""),
  prefix("`{` is no quantifier", ' || quantifier === "{"', ""),
  prefix(
    "only the first alternative counts",
    "alternatives?.map(prefixOf)",
    "alternatives?.slice(0, 1).map(prefixOf)",
  ),
  prefix(
    "an escaped letter is itself",
    "/[A-Za-z0-9]/.test(character)",
    "false",
  ),
  prefix(
    "half of a surrogate pair is a character",
    "/[\\uD800-\\uDFFF]/.test(character)",
    "false",
  ),
  prefix(
    "a pattern need not be anchored",
    'if (!alternative.startsWith("^")) return "";',
    'if (false) return "";',
  ),
  prefix(
    "an operator is a character",
    "/[\\^$.*+?()[\\]{}|]/.test(character)",
    "/[\\^$]/.test(character)",
  ),
  literal("literals may be shared", "if (seen.has(value)) return false;", ""),
  keys(
    "the mapping is read crosswise",
    "types.typeOf(schema) === variant",
    "types.typeOf(schema) !== variant",
  ),
  eliminate(
    "an undeclared property is provably absent",
    "return rulesOut(variant, wireName) ?",
    "return true ?",
  ),
  eliminate(
    "what is declared is required",
    "return [{ wireName, required: property.required, condition }];",
    "return [{ wireName, required: true, condition }];",
  ),
  eliminate(
    "tests of one level are made on the level above",
    ": [{ ...test, condition: narrowed(test.condition, tails) }];",
    ": (narrowed(test.condition, tails) as { tests?: PropertyTest[] }).tests ?? [];",
  ),
  eliminate(
    "of a choice, one object's tests hold for all",
    "return merge(condition.of.map((each) => narrowed(each, paths)));",
    "return narrowed(condition.of.at(-1) ?? condition, paths);",
  ),
  eliminate(
    "complete tests are not made",
    "if (exact === undefined) return tests;",
    "return tests;",
  ),
  exact(
    "text is checked without its length",
    "if (minLength === undefined && maxLength === undefined)",
    "if (true)",
  ),
  exact(
    "a pattern is ignored",
    "if (pattern !== undefined) return undefined;",
    "",
  ),
  exact(
    "multipleOf is ignored",
    "constraints.multipleOf === undefined",
    "true",
  ),
  exact(
    "what a tuple has further on is ignored",
    '(isOpen && inner(rest)?.kind !== "any")',
    "false",
  ),
  exact(
    "a tuple may be longer",
    "Math.min(maxItems, isOpen ? Infinity : items.length)",
    "Infinity",
  ),
  conditions(
    "an integer is any number",
    'const integer = node.kind === "integer";\n  const above',
    "const integer = false;\n  const above",
  ),
  conditions(
    "exclusive bounds of numbers are inclusive",
    'return above && below ? "both" : above ? "min" : below ? "max" : undefined;',
    "return undefined;",
  ),
  conditions(
    "the minimum is ignored",
    "const min = tightest(minimum, above, Math.max);",
    "const min = above;",
  ),
  exclusive(
    "an item that need not be there is proof",
    "Math.max(a.min ?? 0, b.min ?? 0)",
    "Infinity",
  ),
  exact("minItems is ignored", "min: constraints.minItems ?? 0,", "min: 0,"),
  exact("maxItems is ignored", "max: constraints.maxItems,", "max: undefined,"),
  exact(
    "uniqueItems is ignored",
    "if (constraints.uniqueItems === true) return undefined;",
    "",
  ),
  exact("uniqueItems of a tuple is ignored", "uniqueItems === true || (", "("),
  exact(
    "an optional property inside is ignored",
    "const tests = node.properties.map((property)",
    "const tests = node.properties.filter(({ required }) => required).map((property)",
  ),
  exact("a closed object is open", "closed: node.closed }", "closed: false }"),
  exact(
    "counts of members are ignored",
    "minProperties !== undefined || maxProperties !== undefined",
    "false",
  ),
  exact(
    "keywords that no type carries are ignored",
    "depth > deepest || node.incomplete === true",
    "depth > deepest",
  ),
  exact(
    "an assumed type is taken as declared",
    'if (node.assumed === true && node.kind !== "unknown") return undefined;',
    "",
  ),
  exact(
    "bounds without a type are ignored",
    'return isEmpty(constraints) ? { kind: "any" } : undefined;',
    'return { kind: "any" };',
  ),
  exact(
    "bounds beside an enum are ignored",
    "if (!isEmpty(constraints)) return undefined;\n",
    "",
  ),
  exact(
    "`oneOf` is read as `anyOf`",
    "if (node.wider === true && !areApart(of)) return undefined;",
    "",
  ),
  exact(
    "what was made wider is taken as it is",
    'if (node.wider === true && node.kind !== "union") return undefined;',
    "",
  ),
  specificity(
    "an optional property that is added is ignored",
    "const differing = special.properties.filter((property) => {",
    "const differing = special.properties.filter((property) => {\n    if (!property.required) return false;",
  ),
  specificity(
    "types that differ are taken as equal",
    "!equalTypes(other.type, property.type, types)",
    "false",
  ),
  specificity("a closed variant is taken as open", "special.closed", "false"),
  specificity(
    "keywords that no type carries are ignored",
    "special.incomplete ||",
    "",
  ),
  specificity(
    "counts of members are ignored",
    "if (hasMemberCount(special)) return undefined;",
    "",
  ),
  specificity(
    "the type of further properties is ignored",
    "special.additional !== undefined &&",
    "false &&",
  ),
  resolver("schema-type")(
    "bounds beside a reference are ignored",
    "if (isUnderstated) types.understate(id);",
    "",
  ),
  resolver("intersect")(
    "bounds of a member of allOf are ignored",
    "if (saysMore(other)) types.understate(kept);",
    "",
  ),
  resolver("unions/tag-unions")(
    "JSON types may be shared",
    "wire.some((type) => seen.has(type))",
    "false",
  ),
  ...runtimeFaults,
  ...recursionFaults,
];
