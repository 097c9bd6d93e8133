import type { PageEndValue } from "../../ir/page-rule.ts";
import type { Field } from "./fields.ts";

/**
 * A text by which a page says that it is the last: `Complete signifies that it is the last page`. The value
 * is one that the description lists or quotes, in the letters that it has there.
 */
export function endValueOf(told: readonly Field[]): PageEndValue | undefined {
  for (const { description, place, texts } of told) {
    if (typeof place === "string") continue;
    const quoted = [...description.matchAll(/["'`]([\w-]+)["'`]/g)];
    const values = [...texts, ...quoted.map(([, value = ""]) => value)];
    const said = [...description.matchAll(meansTheEnd)].map(([, word = ""]) =>
      word.toLowerCase(),
    );
    const is = values.find((value) => said.includes(value.toLowerCase()));
    if (is !== undefined) return { at: place, is };
  }
  return undefined;
}

const meansTheEnd =
  /(?<![\w-])([\w-]+)["'`]?,? (?:signifies|means|indicates|denotes)(?: that)?(?: (?:this|it)(?: page| response)? is)?(?: (?:the )?(?:last|final) page| there are no more (?:pages|results|items))\b/gi;
