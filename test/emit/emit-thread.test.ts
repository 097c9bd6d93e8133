import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { emit, type EmitModules } from "../../generator/6-emit/emit.ts";
import {
  moduleName,
  modulePlans,
  partModules,
  type ModulePlan,
} from "../../generator/6-emit/module-plan.ts";
import {
  startEmitThread,
  type EmitThread,
} from "../../generator/6-emit/thread/emit-thread.ts";
import type { ClientPlan } from "../../generator/ir/client-plan.ts";
import { understand } from "../../generator/understand.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const edition = { origin: "test", extension: ".js" };

let thread: EmitThread | undefined;
afterEach(() => thread?.stop());

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

async function planOf(description: string): Promise<ClientPlan> {
  const { made } = await understand(description, { cwd: repository });
  if (made === undefined) throw new Error(`${description} cannot be read`);
  return made.client;
}

const emitted = (client: ClientPlan, emitModules?: EmitModules) =>
  all(emit(client, ".js", emitModules));

test.each(["specs/quo/openapi.yaml", "specs/bird/openapi.json"])(
  "another thread prints %s as this one does",
  async (description) => {
    const client = await planOf(description);
    thread = startEmitThread();
    const there = await emitted(client, thread.emitModules);
    expect(there.length).toBeGreaterThan(20);
    expect(there).toEqual(await emitted(client));
  },
);

test("what it began with early comes once, and in its place", async () => {
  const begun: string[] = [];
  const running = startEmitThread();
  thread = running;
  const { made } = await understand("specs/bird/openapi.json", {
    cwd: repository,
    onPart({ origin, ...part }) {
      const modules = partModules(part);
      begun.push(...modules.map(moduleName));
      running.begin(modules, { origin, extension: ".js" });
    },
  });
  const client = made?.client as ClientPlan;
  expect(begun.length).toBeGreaterThan(10);
  expect(begun).toEqual(
    modulePlans(client).slice(0, begun.length).map(moduleName),
  );
  expect(modulePlans(client).length).toBe(begun.length + 2);
  const there = await emitted(client, running.emitModules);
  expect(there).toEqual(await emitted(client));
});

test("nothing is handed over before its time where some may be left out", async () => {
  const onPart = vi.fn();
  const include = [{ operationId: "listWebhooks_v1" }];
  const options = { cwd: repository, onPart, include };
  const { made } = await understand("specs/quo/openapi.yaml", options);
  expect(made).toBeDefined();
  expect(onPart).not.toHaveBeenCalled();
});

test("a failure in a thread is a failure here", async () => {
  const broken = { kind: "types", module: "types/broken" } as ModulePlan;
  thread = startEmitThread();
  const printing = all(thread.emitModules([broken], edition));
  await expect(printing).rejects.toThrow("flatMap");
});

test("a thread that is stopped before its work says so", async () => {
  thread = startEmitThread();
  const modules: ModulePlan[] = [{ kind: "index", modules: ["client"] }];
  const printing = all(thread.emitModules(modules, edition));
  const outcome = expect(printing).rejects.toThrow("ended before its work");
  await thread.stop();
  await outcome;
});
