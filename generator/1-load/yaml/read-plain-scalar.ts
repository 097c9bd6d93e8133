/** A plain scalar by the core schema of YAML 1.2.2 §10.3.2: `no`, `0777` and `2020-01-01` are strings. */
export function readPlainScalar(
  text: string,
): string | number | boolean | null {
  const first = text.charCodeAt(0);
  // Most scalars are words: none of the forms below begins like them.
  if (first > 0x39 && !beginnings.has(text.charAt(0))) return text;
  if (nulls.test(text)) return null;
  if (booleans.test(text)) return /^t/i.test(text);
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  if (/^0(o[0-7]+|x[\da-fA-F]+)$/.test(text)) return Number(text);
  if (/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text))
    return Number(text);
  if (/^[-+]?\.(inf|Inf|INF)$/.test(text))
    return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(nan|NaN|NAN)$/.test(text) ? NaN : text;
}

const beginnings: ReadonlySet<string> = new Set("~nNtTfF");
const nulls = /^(~|null|Null|NULL|)$/;
const booleans = /^(true|True|TRUE|false|False|FALSE)$/;
