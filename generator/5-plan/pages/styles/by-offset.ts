import { type Ends, endsOf, someCount } from "../ends.ts";
import { type Field, placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { baseOf } from "../base.ts";
import { isAboutTime } from "../prose.ts";
import { asks, best } from "../roles.ts";

interface OffsetEnds extends Ends {
  readonly count?: Field["place"];
}

/** A parameter takes how many items to pass over, and the response says how many there are. */
export const byOffset: Style = ({ asked, told, items, prose }) => {
  const parameter = best(
    asked.filter((field) => !isAboutTime(field)),
    asks.offset,
  );
  const ends: OffsetEnds | undefined = endsOf(told, prose) ?? endByCount(told);
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
  const current = told.find(
    ({ kind, names, place }) =>
      typeof place !== "string" &&
      kind === "count" &&
      parameter.names.some((name) => names.includes(name)),
  )?.place;
  if (first === undefined && current === undefined) return undefined;
  const { more, last, next, total, count } = ends;
  return {
    rule: {
      style: "offset",
      parameter: parameter.place,
      first: first === 0 ? undefined : first,
      current: first === undefined ? current : undefined,
      more,
      last,
      next,
      total,
      count,
      items: items.path,
    },
    evidence: [
      takes(parameter.place),
      ...(first === undefined && current !== undefined
        ? [`the response says in ${placeWords(current)} where its page begins`]
        : []),
      ends.words,
      itemsWords(items),
    ],
  };
};

/** An offset can be moved on until nothing comes, so that a count of whatever it is will do. */
function endByCount(told: readonly Field[]): OffsetEnds | undefined {
  const count = someCount(told)?.place;
  if (count === undefined) return undefined;
  return {
    more: undefined,
    last: undefined,
    next: undefined,
    total: undefined,
    pages: undefined,
    count,
    words: `the response has a count in ${placeWords(count)}, and an empty page is the end`,
  };
}
