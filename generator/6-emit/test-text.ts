import { isMetByAbsence } from "../ir/exclusive.ts";
import type {
  Bounds,
  Condition,
  PropertyTest,
  Scalar,
  WireType,
} from "../ir/type-graph.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { memberText, type Subject } from "./reads.ts";
import { runtimeValue } from "./runtime-name.ts";

/** An expression that is true of what passes. */
export interface Test {
  readonly text: string;
  /** Whether it is a choice, or all of several: beside others it stands in brackets. */
  readonly or?: boolean;
  readonly and?: boolean;
}

/** Whether an object passes all of some tests; `undefined` where every object does. */
export const allPass = (
  tests: readonly PropertyTest[],
  of: Subject,
  printer: Printer,
): Test | undefined =>
  all(tests.flatMap((test) => propertyTest(test, of, printer) ?? []));

function propertyTest(
  { wireName, required, condition }: PropertyTest,
  of: Subject,
  printer: Printer,
): Test | undefined {
  // What is not looked at is not read.
  const isAny = condition.kind === "any";
  if (isAny && !required) return undefined;
  const member = of.member(wireName);
  if (isAny) return { text: `${member.text} !== undefined` };
  const test = conditionTest(condition, member, printer);
  return required || condition.kind === "absent"
    ? test
    : either([{ text: `${member.text} === undefined` }, test]);
}

function conditionTest(
  condition: Condition,
  of: Subject,
  printer: Printer,
): Test {
  const value = of.text;
  const use = (name: string, ...args: readonly string[]): Test => ({
    text: `${printer.name(runtimeValue("tests", name))}(${[value, ...args].join(", ")})`,
  });
  switch (condition.kind) {
    case "any":
      return { text: "true" };
    case "absent":
      return { text: `${value} === undefined` };
    case "types":
      return either(
        condition.types.map((type) => typeTest(type, value, printer)),
      );
    case "literal":
      return condition.values.length > few
        ? use("isOneOf", list(condition.values))
        : either(
            condition.values.map((each) => ({
              text: `${value} === ${literal(each)}`,
            })),
          );
    case "prefix":
      return use("startsWith", ...condition.prefixes.map(literal));
    case "text":
      return use("isText", ...bounds(condition, 0));
    case "number":
      return use(
        condition.integer ? "isInteger" : "isBetween",
        ...bounds(condition, -Infinity, condition.open),
      );
    case "items":
      return use("isListOf", list(condition.values), ...bounds(condition, 0));
    case "each": {
      const limits = bounds(condition, 0);
      if (condition.of.kind !== "any")
        return use("every", lambda(condition.of, printer), ...limits);
      return limits.length === 0
        ? typeTest("array", value, printer)
        : use("isList", ...limits);
    }
    case "places": {
      const tests = condition.of.map((each) => lambda(each, printer));
      return use(
        "everyPlace",
        `[${tests.join(", ")}]`,
        ...bounds(condition, 0),
      );
    }
    case "object":
      return of.isSafe
        ? objectTest(condition, of, printer)
        : use("within", objectLambda(condition, printer));
    case "values":
      return condition.of.kind === "any"
        ? typeTest("object", value, printer)
        : use("everyValue", lambda(condition.of, printer));
    case "nullable":
      return either([
        typeTest("null", value, printer),
        conditionTest(condition.of, of, printer),
      ]);
    case "either":
      return either(
        condition.of.map((each) => conditionTest(each, of, printer)),
      );
    default:
      return condition satisfies never;
  }
}

type ObjectCondition = Condition & { readonly kind: "object" };

/** Of what is no object all properties are absent: one that has to be there says that it is one. */
function objectTest(
  { tests, closed }: ObjectCondition,
  of: Subject,
  printer: Printer,
): Test {
  const shown =
    closed ||
    tests.some(
      ({ required, condition }) => required && !isMetByAbsence(condition),
    );
  const passes = allPass(tests, of, printer);
  return all([
    ...(shown ? [] : [typeTest("object", of.text, printer)]),
    ...(closed ? [onlyTest(tests, of.text, printer)] : []),
    ...(passes === undefined ? [] : [passes]),
  ]) as Test;
}

const onlyTest = (
  tests: readonly PropertyTest[],
  value: string,
  printer: Printer,
): Test => ({
  text: `${printer.name(runtimeValue("tests", "hasOnly"))}(${value}, ${list(tests.map(({ wireName }) => wireName))})`,
});

/** The properties of an item are read where they are tested. */
function objectLambda(condition: ObjectCondition, printer: Printer): string {
  const of: Subject = {
    text: "value",
    isSafe: false,
    member: (name) => itemSubject(memberText("value", name, printer), printer),
  };
  const { tests, closed } = condition;
  const passes = all([
    ...(closed ? [onlyTest(tests, "value", printer)] : []),
    ...tests.flatMap((test) => propertyTest(test, of, printer) ?? []),
  ]);
  return passes === undefined ? "() => true" : `(value) => ${passes.text}`;
}

const itemSubject = (text: string, printer: Printer): Subject => ({
  text,
  isSafe: false,
  member: (name) => itemSubject(memberText(text, name, printer), printer),
});

/** A test of an item, or of a value of a map, as a function. */
function lambda(condition: Condition, printer: Printer): string {
  if (condition.kind === "any") return "() => true";
  const item = itemSubject("item", printer);
  const { text } = conditionTest(condition, item, printer);
  if (text === never) return `() => ${never}`;
  const [, called] = /^([\w.]+)\(item\)$/.exec(text) ?? [];
  return called ?? `(item) => ${text}`;
}

/** Of what no value meets. */
const never = "false";

/** More literals than this are a list. */
const few = 8;

const list = (values: readonly Scalar[]): string =>
  `[${values.map(literal).join(", ")}]`;

function typeTest(type: WireType, value: string, printer: Printer): Test {
  switch (type) {
    case "null":
      return { text: `${value} === null` };
    case "array":
      return { text: `Array.isArray(${value})` };
    case "object":
      return {
        text: `${printer.name(runtimeValue("own", "isObject"))}(${value})`,
      };
    default:
      return { text: `typeof ${value} === "${type}"` };
  }
}

/** All of them; `undefined` where there are none. */
export function all(tests: readonly Test[]): Test | undefined {
  const [first, ...more] = tests;
  if (first === undefined || more.length === 0) return first;
  return {
    text: tests.map(({ text, or }) => (or ? `(${text})` : text)).join(" && "),
    and: true,
  };
}

function either(tests: readonly Test[]): Test {
  const [first, ...more] = tests;
  if (first === undefined) return { text: never };
  if (more.length === 0) return first;
  return {
    text: tests.map(({ text, and }) => (and ? `(${text})` : text)).join(" || "),
    or: true,
  };
}

/** Arguments for bounds, as few as they need; `least` is what the lower one is by default. */
function bounds(
  { min, max }: Bounds,
  least: number,
  open?: string,
): readonly string[] {
  const from = min ?? least;
  const lower = from === -Infinity ? "-Infinity" : literal(from);
  if (open !== undefined)
    return [
      lower,
      max === undefined ? "Infinity" : literal(max),
      literal(open),
    ];
  if (max !== undefined) return [lower, literal(max)];
  return from === least ? [] : [lower];
}
