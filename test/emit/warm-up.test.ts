import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { emitModule } from "../../generator/6-emit/emit-module.ts";
import type { EmittedModule } from "../../generator/6-emit/module-plan.ts";
import { warmUp } from "../../generator/6-emit/thread/warm-up.ts";

/** Warms up for as long as it is needed, and gives what was printed. */
async function printed(
  isNeeded: (sofar: number) => boolean,
): Promise<readonly EmittedModule[]> {
  const modules: EmittedModule[] = [];
  warmUp(
    (of, edition) => {
      const module = emitModule(of, edition);
      modules.push(module);
      return module;
    },
    () => isNeeded(modules.length),
  );
  for (let turn = 0; turn < 400; turn++) await setImmediate();
  return modules;
}

test("what is printed to warm up is a module like others", async () => {
  const [first] = await printed((sofar) => sofar === 0);
  expect(first?.text).toContain("export interface Example {");
  expect(first?.text).toContain("export type ExampleState =");
});

test("warming up ends where there is something to print, or nothing more to gain", async () => {
  expect((await printed(() => false)).length).toBe(0);
  expect((await printed((sofar) => sofar < 7)).length).toBe(7);
  expect((await printed(() => true)).length).toBe(150);
});
