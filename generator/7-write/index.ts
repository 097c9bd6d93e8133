/**
 * 7-write: files -> disk.
 *
 * True before: every file's text is final.
 * True after: the folder holds exactly these files among those telltale wrote, or nothing in it was
 * touched. What other hands put there stays.
 */
export {
  replaceFile,
  startWriting,
  write,
  type WriteMode,
  type Writing,
  type Written,
} from "./write.ts";
