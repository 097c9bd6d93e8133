import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * Gives V8's young generation so many megabytes, and no more. In the one that it starts with, a large description is copied
 * about for a twentieth of the time; left to grow, it takes a hundred megabytes more. How far it may grow is settled
 * before any code runs, how fast is not: so it is made to grow at once, by objects that nobody needs, and never again.
 * Threads start with a quarter of it.
 */
export function growYoungGeneration(megabytes: number): void {
  setFlagsFromString(`--min-semi-space-size=${megabytes / 4}`);
  setFlagsFromString("--semi-space-growth-factor=8");
  const kept: object[] = [];
  while (size() < megabytes && kept.length < most)
    for (let count = 0; count < 1000; count++) kept.push({});
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Ten times as many as it takes. */
const most = 200_000;

const size = (): number =>
  (getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")
    ?.space_size ?? Infinity) /
  (1024 * 1024);
