import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runSuccessfully } from "../consumer/run-command.ts";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { typeCheck } from "../types/type-check.ts";
import { emitted, root } from "./clients.ts";

// openapi-typescript reads the same description by other rules than ours, and so judges our types.
const description = "specs/quo/openapi.yaml";
const folder = await temporaryFolder();
const files = await emitted(description);
const oracle = await runOracle();

test("says it in at least 40 % fewer lines", () => {
  const ours = files
    .filter(({ path }) => !path.startsWith("runtime/"))
    .map(({ text }) => lines(text))
    .reduce((all, some) => all + some, 0);
  expect(ours).toBeGreaterThan(0);
  expect(ours).toBeLessThanOrEqual(0.6 * lines(oracle));
});

/** Both ways, wherever both can say it: `minItems` is a tuple of ours and an array of theirs. */
const judgement = `
import type { ErrorOf, listWebhooksV1 } from "./client/index.js";
import type { operations } from "./oracle.js";

type Same<Ours, Theirs> = [Ours] extends [Theirs]
  ? [Theirs] extends [Ours] ? true : "theirs does not fit ours"
  : "ours does not fit theirs";
type Theirs = operations["listWebhooks_v1"];
type TheirBody<Status extends keyof Theirs["responses"]> =
  Theirs["responses"][Status]["content"]["application/json"];
type OurError<Status> =
  Extract<ErrorOf<typeof listWebhooksV1>, { status: Status; body: unknown }>["body"];

true satisfies Same<OurError<400>, TheirBody<400>>;
true satisfies Same<OurError<401>, TheirBody<401>>;
true satisfies Same<OurError<403>, TheirBody<403>>;
true satisfies Same<OurError<404>, TheirBody<404>>;
true satisfies Same<OurError<500>, TheirBody<500>>;

type OurParams = NonNullable<Parameters<typeof listWebhooksV1>[1]>;
type TheirParams = Theirs["parameters"]["query"];
true satisfies Same<OurParams, NonNullable<TheirParams>>;
undefined satisfies Parameters<typeof listWebhooksV1>[1];
undefined satisfies TheirParams;

type OurWebhook = Awaited<ReturnType<typeof listWebhooksV1>>["data"][number];
type TheirWebhook = TheirBody<200>["data"][number];
type Shared = "id" | "userId" | "orgId" | "label" | "status" | "url" | "key"
  | "createdAt" | "updatedAt" | "deletedAt";
true satisfies Same<Pick<OurWebhook, Shared>, Pick<TheirWebhook, Shared>>;
true satisfies Same<keyof OurWebhook, keyof TheirWebhook | "kind">;

type Known = Exclude<OurWebhook, { kind: "unrecognized" }>;
type OnWire<Variant> = Variant extends unknown ? Omit<Variant, "kind"> : never;
type EventOf<Variant extends { events: unknown[] }> = Variant["events"][number];
true satisfies Same<EventOf<Known>, EventOf<TheirWebhook>>;
declare const ours: OnWire<Known>;
ours satisfies TheirWebhook;
declare const theirs: Extract<TheirWebhook, { events: ("message.received" | "message.delivered")[] }>;
theirs satisfies OnWire<Extract<Known, { kind: "message" }>>;
`;

test("agrees on parameters, bodies and errors", async () => {
  for (const { path, text } of files) await add(`client/${path}`, text);
  await add("oracle.ts", oracle);
  await add("package.json", '{ "type": "module" }');
  await add("judgement.ts", judgement);
  const check = { folder, compiler: "ts7", mode: "nodenext" } as const;
  expect(await typeCheck({ ...check, include: ["judgement.ts"] })).toBe("");
});

async function runOracle(): Promise<string> {
  const cli = join(root, "node_modules/openapi-typescript/bin/cli.js");
  const output = join(folder, "oracle.ts");
  const args = [cli, description, "--output", output];
  await runSuccessfully(process.execPath, args, root);
  return readFile(output, "utf8");
}

async function add(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function lines(text: string): number {
  return text.trimEnd().split("\n").length;
}
