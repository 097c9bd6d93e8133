/**
 * The type of a string tag that this client does not know. A pattern that no real tag matches:
 * comparable to no other literal, so that every `case` still narrows, and yet a string, so that it
 * sorts, groups, indexes and prints.
 */
export type Unrecognized = `\u0000${string}`;

/** The same for tags that are numbers. */
export type UnrecognizedNumber = -1 & { readonly unrecognized: true };
