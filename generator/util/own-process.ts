import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What the compiler asks of V8 where the process is its own, as the command line's is. To another process, a bundler's that runs
 * it as a plugin, it does nothing.
 */
let collectNow: (() => void) | undefined;

/** Says that the process is the compiler's own, before it starts any thread. */
export function ownProcess(): void {
  if (hasMaglev()) setFlagsFromString("--no-turbofan");
  setFlagsFromString("--expose-gc");
  collectNow = runInNewContext("gc") as () => void;
  // Left to grow, the young generation takes a hundred megabytes more on a large description.
  setFlagsFromString("--semi-space-growth-factor=1");
  // What threads start with: this one's is settled by now.
  setFlagsFromString(`--min-semi-space-size=${youngMegabytes / 4}`);
}

/**
 * Node 22 and earlier have Maglev switched off, and nothing but TurboFan in its place. Where both are on, TurboFan compiles what
 * is hottest once more, on a core that the printing thread would have: an eighth of all processor time, and no more than it
 * wins back even where a description has ten times the operations.
 */
const hasMaglev = (): boolean => Number.parseInt(process.versions.node) >= 24;

/** Collects what was let go of. */
export const collectGarbage = (): void => collectNow?.();

/** Half as much again, and the process as a whole takes a hundred megabytes more. */
const youngMegabytes = 16;

/**
 * Makes room for a large description: in the young generation that V8 starts with, what is made of it is copied about for a
 * twentieth of the time. How far it may grow is settled before any code runs, how fast is not. So it is made
 * to grow at once, by objects that nobody needs, and then no more.
 */
export function makeRoom(): void {
  if (collectNow === undefined) return;
  setFlagsFromString("--semi-space-growth-factor=8");
  const kept: object[] = [];
  while (young() < youngMegabytes && kept.length < most)
    for (let count = 0; count < 1000; count++) kept.push({});
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Ten times as many objects as it takes. */
const most = 200_000;

/** The megabytes of the young generation. */
const young = (): number =>
  (getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")
    ?.space_size ?? Infinity) /
  (1024 * 1024);
