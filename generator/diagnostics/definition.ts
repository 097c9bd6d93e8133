/**
 * error: nothing correct can be emitted for this. warning: less is emitted than the description
 * says. info: one of several readings was chosen.
 */
export type Severity = "error" | "warning" | "info";

export interface Definition<Params> {
  readonly severity: Severity;
  /** What is wrong and what was done about it. */
  readonly message: (params: Params) => string;
  /** What the author of the description can do about it. */
  readonly help: string;
  /** Whether the text that it is about may be a secret, and is not shown. */
  readonly isPrivate?: true;
}

export const define = <Params>(
  definition: Definition<Params>,
): Definition<Params> => definition;
