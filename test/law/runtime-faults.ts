import { fault, type Fault } from "./fault.ts";

const runtime = "templates/runtime";
const emitter = "generator/6-emit";

const tests = fault(`${runtime}/tests.ts`);
const variants = fault(`${runtime}/variants.ts`);
const own = fault(`${runtime}/own.ts`);
const testText = fault(`${emitter}/test-text.ts`);
const decideText = fault(`${emitter}/decide-text.ts`);
const reads = fault(`${emitter}/reads.ts`);

/** Those of decoders: of what is written out in each, and of what they call. */
export const runtimeFaults: readonly Fault[] = [
  tests(
    "lengths count UTF-16 units",
    "for (const _ of value) length++;",
    "length = value.length;",
  ),
  tests(
    "a lower bound is exclusive",
    "value > min : value >= min",
    "value > min : value > min",
  ),
  tests(
    "an upper bound is exclusive",
    "value < max : value <= max",
    "value < max : value < max",
  ),
  tests(
    "an open bound is a value",
    'open === "min" || open === "both"',
    "false",
  ),
  tests(
    "the places of a tuple after the first are not looked at",
    "at >= value.length || test(",
    "at >= 1 || test(",
  ),
  tests(
    "a place that is not filled fails",
    "at >= value.length || test(",
    "test(",
  ),
  tests(
    "an integer may have a fraction",
    "Number.isInteger(value) &&",
    'typeof value === "number" &&',
  ),
  tests(
    "an array is one item shorter",
    "value.length >= min && value.length <= max;\n\n/** An array, every item one",
    "value.length >= min && value.length < max;\n\n/** An array, every item one",
  ),
  tests(
    "of items of a type all but the first are passed over",
    "if (!test(value[at])) return false;",
    "if (at < 1 && !test(value[at])) return false;",
  ),
  tests(
    "a closed object is open",
    "if (!names.includes(name) && Object.hasOwn(value, name)) return false;",
    "if (name in names) return false;",
  ),
  own(
    "what a prototype has counts",
    "found !== undefined && Object.hasOwn(value, name) ? found : undefined",
    "found",
  ),
  variants(
    "the first of several is named",
    "before === undefined ? name : unrecognized",
    "before ?? name",
  ),
  testText(
    "literals are compared as texts",
    "text: `${value} === ${literal(each)}`",
    "text: `String(${value}) === ${literal(String(each))}`",
  ),
  testText(
    "a literal may be absent",
    "text: `${value} === ${literal(each)}`",
    "text: `(${value} === ${literal(each)} || ${value} === undefined)`",
  ),
  testText(
    "null is an object",
    'typeTest("null", value, printer),\n        conditionTest',
    "conditionTest",
  ),
  testText(
    "what may be absent has to be there",
    'return required || condition.kind === "absent"',
    'return required || condition.kind !== "absent"',
  ),
  testText(
    "null is absent",
    "text: `${member.text} !== undefined`",
    "text: `${member.text} != undefined`",
  ),
  testText(
    "what has to be an object may be anything",
    '...(shown ? [] : [typeTest("object", of.text, printer)])',
    "...[]",
  ),
  testText(
    "that no others may be there is forgotten",
    "...(closed ? [onlyTest(tests, of.text, printer)] : [])",
    "...[]",
  ),
  testText("several tests are one of them", '.join(" && ")', '.join(" || ")'),
  testText("a choice is all of it", '.join(" || ")', '.join(" && ")'),
  testText(
    "a choice among others binds less than they do",
    "(or ? `(${text})` : text)",
    "text",
  ),
  reads(
    "a prototype's properties are the object's own",
    "name in Object.prototype",
    "false",
  ),
  decideText(
    "the first that fits is the one, whatever follows",
    "!excludeEachOther(each.tests, other.tests)",
    "false",
  ),
  decideText(
    "what another wins over comes before it",
    "left.every(({ over }) => !over.includes(label))",
    "left.every(({ over }) => over.length === 0 || over.includes(label))",
  ),
];
