/** A fault that is known: part of what is said of it, and why it stands. One that is gone fails the run. */
export interface KnownFault {
  readonly fault: string;
  readonly reason: string;
}

export const knownFaults: readonly KnownFault[] = [];

/** The faults that nobody knows of, and the known ones that are gone. */
export const unexpected = (faults: readonly string[]): readonly string[] => [
  ...faults.filter(
    (fault) => !knownFaults.some((known) => fault.includes(known.fault)),
  ),
  ...knownFaults
    .filter((known) => !faults.some((fault) => fault.includes(known.fault)))
    .map(({ fault }) => `no longer a fault, take it off the list: ${fault}`),
];
