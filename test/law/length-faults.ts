import { fault, type Fault } from "./fault.ts";

const conditions = fault("generator/4-resolve/unions/conditions.ts");

/** The lengths of a list, read wrongly: decoders and proofs go by them alike. */
export const lengthFaults: readonly Fault[] = [
  conditions(
    "minItems is one too many",
    "min: constraints.minItems ?? 0,",
    "min: (constraints.minItems ?? 0) + 1,",
  ),
  conditions(
    "maxItems is one too few",
    "max: constraints.maxItems,",
    "max: constraints.maxItems && constraints.maxItems - 1,",
  ),
];
