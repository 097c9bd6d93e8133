/**
 * Work that is never done twice at once. Whoever asks while it is under way waits for one more run, which
 * begins afterwards and serves all of them: it sees what the run before it may have missed.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> | undefined;
  let next: Promise<T> | undefined;
  const start = (): Promise<T> => {
    const run = work();
    const end = () => {
      if (next === undefined) current = undefined;
    };
    current = run.then(end, end);
    return run;
  };
  return () => {
    if (current === undefined) return start();
    next ??= current.then(() => {
      next = undefined;
      return start();
    });
    return next;
  };
}
