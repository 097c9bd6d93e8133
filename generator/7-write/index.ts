/**
 * 7-write: files -> disk.
 *
 * True before: every file's text is final.
 * True after: the folder holds exactly these files among those telltale wrote, or nothing in it was
 * touched. What other hands put there, or changed, stays. A crash at any point leaves what the next run
 * brings to the one or the other.
 */
export { replaceFile } from "./replace-file.ts";
export { tidy } from "./staging/tidy.ts";
export type { Recovered } from "./staging/recover.ts";
export {
  startWriting,
  write,
  type About,
  type WriteOptions,
  type Writing,
  type Written,
} from "./write.ts";
