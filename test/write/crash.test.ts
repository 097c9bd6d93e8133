import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { tidy, write } from "../../generator/7-write/index.ts";
import { inLanes } from "../../generator/util/in-lanes.ts";
import { about, clients } from "./client.ts";

/** Every file below a folder that is not being prepared, and its text. */
type Snapshot = Readonly<Record<string, string>>;

const foreign = { "mine.ts": "mine\n", "gone/mine.txt": "mine too\n" };
let scratch: string;
let snapshots: Readonly<Record<"old" | "new", Snapshot>>;
let steps: number;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "telltale-crash-"));
  const old = join(scratch, "old");
  await mkdir(join(old, "gone"), { recursive: true });
  for (const [path, text] of Object.entries(foreign))
    await writeFile(join(old, path), text);
  await write(clients.old, old, about, { mode: "write" });
  const renewed = await copy("new");
  const { stdout } = await run(renewed, "none:0");
  steps = Number(/steps (\d+)/.exec(stdout)?.[1]);
  snapshots = { old: await read(old), new: await read(renewed) };
});

test("what follows kills and hinders at enough points, and the clients differ", () => {
  expect(2 * steps).toBeGreaterThanOrEqual(50);
  expect(snapshots.new).toMatchObject(foreign);
  expect(snapshots.old).toMatchObject(foreign);
  expect(Object.keys(snapshots.new)).not.toEqual(Object.keys(snapshots.old));
});

// Each with two next commands: --check only brings the folder in order, generate writes as well.
const faults = { kill: 1, half: 2, ENOSPC: 1, EACCES: 3 };
for (const [fault, every] of Object.entries(faults))
  test(`${fault} at any step: each file is old or new, and the next command makes all of them so`, async () => {
    const points = pointsOf(fault, every);
    const ends = await inLanes(2, points, async (point) => {
      const folder = await copy(point.replace(":", "-"));
      const { isKilled, stderr } = await run(folder, point);
      if (fault === "kill") expect(isKilled, `${point} ${stderr}`).toBe(true);
      expectEach(await read(folder), point);

      await tidy(folder);
      const settled = await read(folder);
      const end = Object.keys(settled).includes("types/file-5.ts")
        ? "new"
        : "old";
      expect(settled, point).toEqual(snapshots[end]);
      expect(await readdir(folder)).not.toContain(".telltale-staging");

      await write(clients.new, folder, about, { mode: "write" });
      expect(await read(folder), point).toEqual(snapshots.new);
      await rm(folder, { recursive: true });
      return end;
    });
    // Neither is an accident: some are too early, some too late.
    expect(new Set(ends)).toEqual(new Set(["old", "new"]));
  });

test("a folder that there was not is there as a whole, or empty", async () => {
  const ends = await inLanes(2, pointsOf("kill", 3), async (point) => {
    const folder = join(scratch, `first-${point.slice(5)}`);
    await run(folder, point);
    await tidy(folder);
    const files = await read(folder).catch(() => ({}));
    const count = Object.keys(files).length;
    expect([0, clients.new.length + 1], point).toContain(count);
    return count > 0;
  });
  expect(new Set(ends)).toEqual(new Set([true, false]));
});

test("generate alone brings a folder in order as well", async () => {
  for (const point of pointsOf("kill", 5)) {
    const folder = await copy(`generate-${point.slice(5)}`);
    await run(folder, point);
    await write(clients.new, folder, about, { mode: "write" });
    expect(await read(folder), point).toEqual(snapshots.new);
  }
});

/** One step of so many. */
const pointsOf = (fault: string, every: number): readonly string[] =>
  Array.from(
    { length: Math.floor(steps / every) },
    (_, index) => `${fault}:${(index + 1) * every}`,
  );

async function copy(name: string): Promise<string> {
  const folder = join(scratch, name);
  await cp(join(scratch, "old"), folder, { recursive: true });
  return folder;
}

/** Each file is what it was, or what it will be; none is half written, and nobody else's is touched. */
function expectEach(found: Snapshot, point: string): void {
  for (const [path, text] of Object.entries(found))
    expect(
      [snapshots.old[path], snapshots.new[path]],
      `${point} ${path}`,
    ).toContain(text);
  expect(found, point).toMatchObject(foreign);
}

async function read(folder: string): Promise<Snapshot> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(".telltale-staging"));
  const texts = await Promise.all(
    paths.map(async (path) => [
      path.slice(folder.length + 1),
      await readFile(path, "utf8"),
    ]),
  );
  return Object.fromEntries(texts) as Snapshot;
}

interface Ended {
  readonly isKilled: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

function run(folder: string, fault: string): Promise<Ended> {
  const [preload, script] = ["./faults.ts", "./write-client.ts"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string];
  const args = ["--import", preload, script, folder, "new"];
  const env = { ...process.env, FAULT: fault };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      resolve({ isKilled: error?.signal === "SIGKILL", stdout, stderr }),
    );
  });
}
