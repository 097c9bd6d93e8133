/**
 * Text of a description, made fit for a terminal: control characters, line ends and marks that
 * reorder or hide what stands beside them are shown as escapes instead of acting.
 */
export function safeText(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return (
      short[char] ??
      (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`)
    );
  });
}

/** Controls, line and paragraph separators, bidirectional and invisible format characters, lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const short: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const hex = (code: number, digits: number) =>
  code.toString(16).padStart(digits, "0");

/** The same, cut to `limit` characters: a message may quote a whole description. */
export function safeMessage(text: string, limit = 600): string {
  const safe = safeText(
    text.length > 2 * limit ? text.slice(0, 2 * limit) : text,
  );
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}
