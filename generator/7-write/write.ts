import type { EmittedFile } from "../ir/emitted-file.ts";
import { hashOf } from "../lock/hash.ts";
import { lockName, renderLock, type Lock } from "../lock/lock.ts";
import { inLanes } from "../util/in-lanes.ts";
import { createPathCheck } from "../util/safe-path.ts";
import {
  compareWith,
  type Compared,
  type Comparison,
  type Standing,
} from "./compare-files.ts";
import { createStage, type Stage } from "./staging/stage.ts";
import type { Step } from "./staging/journal.ts";

export interface WriteOptions {
  /** check compares only; dry-run says what write would do; neither touches the disk. */
  readonly mode: "write" | "check" | "dry-run";
  /** Whether files that a person changed are written all the same. */
  readonly overwrite?: boolean | undefined;
}

/** Paths relative to the folder, sorted. Of `check` and `dry-run`: what `write` would have done. */
export interface Written {
  /** What is new, or replaces what telltale wrote before. */
  readonly written: readonly string[];
  /** Those of `written` that are not there. */
  readonly missing: readonly string[];
  readonly unchanged: readonly string[];
  readonly deleted: readonly string[];
  /** In the way and not ours: if there are any, nothing was written. */
  readonly foreign: readonly string[];
  /** Changed by a person since telltale wrote them: if there are any, nothing was written, unless `overwrite`. */
  readonly edited: readonly string[];
  /** Ours, otherwise than they would be written, and no lock file says who changed them: the same. */
  readonly untold: readonly string[];
}

/** What the lock file says beside the files. */
export type About = Omit<Lock, "files">;

/** A folder that files are being prepared for, as they come. Nothing is in its place before the end. */
export interface Writing {
  /** Compares a file with what is there, and prepares it. A failure is kept for the end. */
  add(file: EmittedFile): Promise<void>;
  /** Puts all files in their places and deletes stale ones; nothing, where a file is in the way. */
  finish(about: About): Promise<Written>;
  /** Takes back what was prepared. */
  abandon(): Promise<void>;
}

const lanes = 8;

/** Makes the folder hold these files. Nothing is half written: all of them are prepared first. */
export async function write(
  files: readonly EmittedFile[],
  folder: string,
  about: About,
  options: WriteOptions,
): Promise<Written> {
  const writing = startWriting(folder, options);
  await inLanes(lanes, files, writing.add);
  return writing.finish(about);
}

/** A file of the client: what is there, and what it should be (nothing, where it is to be deleted). */
interface Found extends Compared, Step {}

/** The same for files that are still being made. */
export function startWriting(
  folder: string,
  { mode, overwrite = false }: WriteOptions,
): Writing {
  const stage = mode === "write" ? createStage(folder) : undefined;
  // Compared only once no other process writes there. A folder that cannot be written to is one that may be up to date.
  const compared = (stage?.ready ?? Promise.resolve())
    .catch(() => {})
    .then(() => compareWith(folder));
  compared.catch(() => {});
  const check = createPathCheck();
  const wanted: Found[] = [];
  const failures: unknown[] = [];
  return {
    async add(file) {
      if (failures.length > 0) return;
      try {
        check(file.path);
        const now = await (await compared).compare(file);
        const found = { ...step(file.path, now), after: hashOf(file.text) };
        wanted.push(found);
        if (isReplaced(found, overwrite)) await stage?.prepare(file);
      } catch (error) {
        failures.push(error);
      }
    },
    async finish(about) {
      try {
        if (failures.length > 0) throw failures[0];
        const comparison = await compared;
        const left = await leftOver(wanted, comparison);
        const written = sum(wanted, left, overwrite);
        if (stage !== undefined)
          await (isBlocked(written)
            ? stage.abandon()
            : settle(
                { wanted, left, about, written, overwrite, comparison },
                stage,
              ));
        return written;
      } catch (error) {
        await stage?.abandon().catch(() => {});
        throw error;
      }
    },
    abandon: async () => stage?.abandon(),
  };
}

const step = (path: string, { standing, hash }: Compared) => ({
  path,
  standing,
  hash,
  before: hash,
});

/** A file that a person took over, and made one of theirs, is left to them. */
async function leftOver(
  wanted: readonly Found[],
  comparison: Comparison,
): Promise<readonly Found[]> {
  const paths = new Set(wanted.map(({ path }) => path));
  const left = await comparison.leftOver(paths);
  return left
    .filter(({ standing }) => standing !== "foreign")
    .map((each) => step(each.path, each));
}

const isReplaced = ({ standing }: Compared, overwrite: boolean): boolean =>
  standing === "missing" ||
  standing === "stale" ||
  (overwrite && (standing === "edited" || standing === "untold"));

const isBlocked = ({ foreign, edited, untold }: Written): boolean =>
  foreign.length + edited.length + untold.length > 0;

function sum(
  wanted: readonly Found[],
  left: readonly Found[],
  overwrite: boolean,
): Written {
  const paths = (found: readonly Found[], accepts: (each: Found) => boolean) =>
    found
      .filter(accepts)
      .map(({ path }) => path)
      .sort();
  const kept = (standing: Standing) =>
    paths(
      [...wanted, ...left],
      (each) => each.standing === standing && !isReplaced(each, overwrite),
    );
  return {
    written: paths(wanted, (each) => isReplaced(each, overwrite)),
    missing: paths(wanted, ({ standing }) => standing === "missing"),
    unchanged: kept("unchanged"),
    deleted: paths(left, (each) => isReplaced(each, overwrite)),
    foreign: kept("foreign"),
    edited: kept("edited"),
    untold: kept("untold"),
  };
}

interface Settlement {
  readonly wanted: readonly Found[];
  readonly left: readonly Found[];
  readonly about: About;
  readonly written: Written;
  readonly overwrite: boolean;
  readonly comparison: Comparison;
}

async function settle(
  { wanted, left, about, written, overwrite, comparison }: Settlement,
  stage: Stage,
): Promise<void> {
  const files = new Map(wanted.map(({ path, after = "" }) => [path, after]));
  const text = renderLock({ ...about, files });
  const before = comparison.lock?.replaceAll("\r\n", "\n");
  if (written.written.length + written.deleted.length === 0 && before === text)
    return stage.abandon();
  await stage.prepare({ path: lockName, text });
  const lock: Step = {
    path: lockName,
    before: comparison.lock === undefined ? undefined : hashOf(comparison.lock),
    after: hashOf(text),
  };
  const steps = wanted.filter((each) => isReplaced(each, overwrite));
  await stage.settle({
    files: [...steps, lock].map(toStep),
    deleted: left.map(toStep),
  });
}

const toStep = ({ path, before, after }: Step): Step => ({
  path,
  before,
  after,
});
