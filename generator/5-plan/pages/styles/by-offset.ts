import { endsOf } from "../ends.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { baseOf } from "../base.ts";
import { isAboutTime } from "../prose.ts";
import { asks, best } from "../roles.ts";

/** A parameter takes how many items to pass over, and the response says how many there are. */
export const byOffset: Style = ({ asked, told, items, prose }) => {
  const parameter = best(
    asked.filter((field) => !isAboutTime(field)),
    asks.offset,
  );
  const ends = endsOf(told, prose);
  if (parameter === undefined || ends === undefined) return undefined;
  // An offset in pages is no offset; `start` and `from` are one only beside a page's size.
  if (
    /\b(page number|number of pages|page index|which page)\b/i.test(
      parameter.description,
    )
  )
    return undefined;
  const isPlain = parameter.names.some((name) => /offset|skip/.test(name));
  if (!isPlain && best(asked, asks.size) === undefined) return undefined;
  const first = baseOf(parameter, isPlain ? 0 : undefined);
  if (first === undefined) return undefined;
  const { more, last, total } = ends;
  return {
    rule: {
      style: "offset",
      parameter: parameter.place,
      first: first === 0 ? undefined : first,
      more,
      last,
      total,
      items: items.path,
    },
    evidence: [takes(parameter.place), ends.words, itemsWords(items)],
  };
};
