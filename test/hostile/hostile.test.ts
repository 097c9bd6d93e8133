import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../consumer/temporary-folder.ts";
import { root } from "../generated/clients.ts";
import { listFiles } from "../generated/list-files.ts";
import { shared } from "../shared.ts";
import { typeCheck } from "../types/type-check.ts";
import { callOperations } from "./call-operations.ts";
import { documentValues } from "./document-values.ts";
import { faultsOf, valuesOf } from "./emitted-code.ts";
import { readIndex, type HostileCase } from "./expected.ts";
import { runWitnessed, type Witnessed } from "./run-witnessed.ts";

const index = shared("conformance/hostile/INDEX.tsv");
const cases = index === undefined ? [] : readIndex(index);

const harmless = {
  openapi: "3.1.0",
  info: { title: "Harmless", version: "1.0.0" },
  servers: [{ url: "http://127.0.0.1/" }],
  paths: { "/x": { get: { responses: { 200: { description: "ok" } } } } },
};

describe.skipIf(index === undefined)("hostile documents", () => {
  let folder: string;
  /** What the compiler reads outside of the folder for any description. */
  let usual: ReadonlySet<string>;
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
  });
  const port = (): number => (server.address() as AddressInfo).port;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await mkdir(join(folder, "specs"));
    const path = join(folder, "specs/harmless.json");
    await writeFile(path, JSON.stringify(harmless));
    usual = new Set((await generate("harmless.json")).read);
  });
  afterAll(() => void server.close());

  /** Generates from a document in the folder into a folder of its own, deep enough for three levels up to stay inside. */
  const generate = (file: string, ...more: readonly string[]) =>
    runWitnessed(
      ["generate", file, "-o", outputOf(file), "--json", ...more],
      join(folder, "specs"),
    );
  const outputOf = (file: string): string =>
    join(folder, "clients/a/b", file.replace(/\..*/, ""), "client");

  /** The document with every server of this machine as the one that counts. */
  const textOf = ({ file }: HostileCase): string =>
    readFileSync(new URL(file, index), "utf8").replace(
      /127\.0\.0\.1:\d+/g,
      `127.0.0.1:${port()}`,
    );

  test("the index speaks of every document", async () => {
    const files = await readdir(new URL(".", index));
    expect(cases.map(({ file }) => file).sort()).toEqual(
      files.filter((file) => file !== "INDEX.tsv").sort(),
    );
  });

  test.each(cases)("$file: $expected", async (each) => {
    const { file, exits, isDiagnosed, isExact } = each;
    const text = textOf(each);
    await writeFile(join(folder, "specs", file), text);
    const started = performance.now();
    const run = text.startsWith("overlay:")
      ? await generate("harmless.json", "--overlay", file, "--overwrite")
      : await generate(file);
    const seconds = (performance.now() - started) / 1000;
    const output = text.startsWith("overlay:") ? "harmless.json" : file;

    // Under 30 s by the clock; less than that in processor time, as others work at the same time.
    expect(each.seconds < 30 ? run.cpuSeconds : seconds).toBeLessThan(
      each.seconds,
    );
    expect(run.megabytes).toBeLessThan(each.megabytes);
    expect(exits).toContain(run.code);
    expect(run.stdout + run.stderr).not.toMatch(/internal:|\n\s+at .*:\d+:\d+/);
    expect(connections).toBe(0);
    expectAtHome(run, outputOf(output));

    const [client] = JSON.parse(run.stdout).clients as readonly Client[];
    const said = (client?.diagnostics ?? []).filter(
      ({ severity }) => severity !== "info",
    );
    if (isDiagnosed || run.code !== 0) expect(said).not.toEqual([]);
    if (run.code !== 0) {
      expect(existsSync(dirname(outputOf(file)))).toBe(false);
      return;
    }
    const files = await listFiles(outputOf(file));
    const values = new Set<string | number>();
    for (const path of files.filter((name) => name.endsWith(".ts"))) {
      const code = await readFile(join(outputOf(file), path), "utf8");
      expect(faultsOf(path, code), path).toEqual([]);
      for (const value of valuesOf(path, code)) values.add(value);
    }
    const document: unknown = parse(text, { strict: false, logLevel: "error" });
    const lost = documentValues(document).filter(
      ({ value, pointer }) =>
        !values.has(value) &&
        !said.some((each) => `${pointer}/`.startsWith(`${each.pointer}/`)),
    );
    expect(lost).toEqual([]);
    if (isExact) expect(documentValues(document)).not.toEqual([]);
    await callOperations(outputOf(file), document);
  });

  test("what a description may read is let through: the server would have counted", async () => {
    const reference = { $ref: `http://127.0.0.1:${port()}/x.json` };
    const components = { schemas: { X: reference } };
    const path = join(folder, "specs/asking.json");
    await writeFile(path, JSON.stringify({ ...harmless, components }));
    await generate("asking.json", "--allow-refs", `http://127.0.0.1:${port()}`);
    expect(connections).toBeGreaterThan(0);
  });

  test("all that is emitted type-checks", async () => {
    const include = ["clients/**/*.ts"];
    const program = { mode: "nodenext", folder, include } as const;
    expect(await typeCheck({ compiler: "ts7", ...program })).toBe("");
  });

  /** Nothing is read but the description and what of any is read; nothing is written but the client. */
  function expectAtHome(run: Witnessed, output: string): void {
    const isOurs = (path: string): boolean =>
      path.startsWith(root) || /[\\/]node_modules[\\/]/.test(path);
    const isRead = (path: string): boolean =>
      path.startsWith(join(folder, "specs")) || path.startsWith(output);
    expect(
      run.read.filter(
        (path) => !isOurs(path) && !isRead(path) && !usual.has(path),
      ),
    ).toEqual([]);
    // Folders on the way to the client are made, and taken away again where there is none.
    const isInside = (path: string): boolean =>
      path.startsWith(output) || output.startsWith(`${path}/`);
    expect(run.written.filter((path) => !isInside(path))).toEqual([]);
    expect({ ...run, read: [], written: [] }).toMatchObject({
      isPwned: false,
      isPolluted: false,
    });
  }
});

interface Client {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly pointer: string;
  }[];
}
