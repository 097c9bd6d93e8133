import { fault, type Fault } from "./fault.ts";

const runtime = "templates/runtime";

const tests = fault(`${runtime}/tests.ts`);
const variants = fault(`${runtime}/variants.ts`);
const specific = fault(`${runtime}/specific.ts`);
const byHead = fault(`${runtime}/by-head.ts`);
const own = fault(`${runtime}/own.ts`);

/** Those of what is emitted beside the tests. */
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
    "value.length >= min && value.length <= max",
    "value.length >= min && value.length < max",
  ),
  tests(
    "items after the first are not looked at",
    "at < value.length; at++",
    "at < Math.min(1, value.length); at++",
  ),
  tests(
    "literals are compared as texts",
    "literals.includes(value)",
    "literals.map(String).includes(String(value))",
  ),
  tests(
    "a lone literal may be absent",
    "(value) => value === only;",
    "(value) => value === only || value === undefined;",
  ),
  tests("null is an object", "value === null || test(value)", "test(value)"),
  tests(
    "what may be absent has to be there",
    "value === undefined || test(value)",
    "test(value)",
  ),
  tests(
    "null is absent",
    "(value) => value !== undefined;",
    "(value) => value !== undefined && value !== null;",
  ),
  tests("a closed object is open", "!closed || ", "true || "),
  own(
    "what a prototype has counts",
    "found !== undefined && Object.hasOwn(value, name) ? found : undefined",
    "found",
  ),
  variants(
    "the first of several is named",
    "(others ? choose?.(others) : found) ?? unrecognized",
    "found ?? unrecognized",
  ),
  specific(
    "over one of the others is over all",
    "names.every((other)",
    "names.slice(0, 2).every((other)",
  ),
  byHead(
    "what may be of any head is passed over",
    "heads[at]?.includes(head) !== false",
    "heads[at]?.includes(head) === true",
  ),
  byHead(
    "heads that no variant names lead to none",
    "others = all.filter((_, at) => !heads[at]);",
    "others: Candidate[] = [];",
  ),
  byHead(
    "what stands inside is looked for outside",
    "isObject(at) ? readInner(at) : undefined",
    "readInner(value)",
  ),
];
