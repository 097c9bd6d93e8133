/** `true satisfies Same<A, B>`: one and the same type, not merely assignable. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;
