/**
 * Checks that the compiler does not pass yet, each with the reason. The scenario says what is wanted;
 * an entry whose check starts to pass fails the run, and so does one that names no check.
 */
export const knownFailures: Readonly<Record<string, string>> = {};
