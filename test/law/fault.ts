/** A rule of the compiler made wrong: one text in one file, replaced by another. */
export interface Fault {
  /** What the rule then overlooks. */
  readonly name: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

/** Makes the faults of one file. */
export const fault =
  (file: string) =>
  (name: string, right: string, wrong: string): Fault => ({
    name,
    file,
    right,
    wrong,
  });
