// Generated from the runtime of telltale. Do not edit.

/** Tokens compared with each new one. */
const remembered = 100;
/**
 * Answers whether a token came before, in bounded memory: exactly for the last hundred, and a longer
 * cycle is found by Brent's method, which keeps one token and moves it on at each power of two.
 */
export function repetitionGuard() {
  const recent = new Set();
  let anchor;
  let steps = 0;
  let power = 1;
  return (token) => {
    if (token === anchor || recent.has(token)) return true;
    recent.add(token);
    if (recent.size > remembered) {
      for (const oldest of recent) {
        recent.delete(oldest);
        break;
      }
    }
    if (++steps === power) {
      anchor = token;
      steps = 0;
      power *= 2;
    }
    return false;
  };
}
