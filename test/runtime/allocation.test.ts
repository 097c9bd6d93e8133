import { Session } from "node:inspector/promises";
import { expect, test } from "vitest";
import type { UnionShape } from "../../templates/runtime/shape.ts";
import {
  items,
  places,
  properties,
  values,
} from "../../templates/runtime/shapes.ts";
import { tagged } from "../../templates/runtime/tagged.ts";

/**
 * What stands around unions is walked through without making anything (DESIGN §5): V8's own profiler is asked to note
 * every allocation, and which function made it. Objects with so many members that V8 keeps them as dictionaries are
 * another matter: it makes a list of their names itself, one for each object.
 */
const union = tagged("kind", ({ type }) =>
  type === "a" ? "a" : "unrecognized",
);

const object = () => ({ a: 1, b: "text", c: null });
const list = () => [1, "text", null];

const shapes: readonly (readonly [string, UnionShape, () => unknown])[] = [
  ["members of a map", values(union), object],
  ["members that are not declared", values(union, ["a"]), object],
  ["properties", properties({ a: union, b: union }), object],
  ["items", items(union), list],
  ["places of a tuple", places([union, undefined], union), list],
];

const count = 2_000;

test.each(shapes)("%s are walked through", async (_, shape, make) => {
  const all = items(shape);
  const body = () => Array.from({ length: count }, make);
  all.tag(body());
  const value = body();
  const bytes = await allocatedBy(() => all.tag(value));
  // The smallest object has 16; what the engine learns of a function is made once.
  expect(bytes / count).toBeLessThan(8);
});

test("and what makes something of each is seen to", async () => {
  const made: unknown[] = [];
  const shape: UnionShape = { tag: (value) => value, untag: (value) => value };
  const maker = items({
    ...shape,
    tag: (value) => (made.push(properties({ a: shape })), value),
  });
  const value = Array.from({ length: count }, object);
  const bytes = await allocatedBy(() => maker.tag(value));
  expect(bytes / count).toBeGreaterThan(16);
});

/** How many bytes functions of the runtime allocate meanwhile. */
async function allocatedBy(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: 1,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  run();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const own = (node: typeof profile.head): number =>
    (node.callFrame.url.includes("templates/runtime/") ? node.selfSize : 0) +
    node.children.reduce((sum, child) => sum + own(child), 0);
  return own(profile.head);
}
