import type { PagePath } from "../../ir/page-rule.ts";
import type { Field } from "./fields.ts";

/**
 * Whether what is said of one names the other: `Pass it as starting_after to get the next page`, or `The next_batch
 * of the previous response`. What leads back leads to no next page.
 */
export function isNamedFor(ask: Field<PagePath>, tell: Field): boolean {
  if (!/^(text|unknown)$/.test(ask.kind) || tell.kind !== "text") return false;
  if (
    tell.names.some((name) =>
      /^(prev|previous|back|before|first|self)/.test(name),
    )
  )
    return false;
  return (
    (isNamedIn(tell.description, ask.place) &&
      /\b(pass|use|used|supply|provide|send|set|include|specify)\b/i.test(
        tell.description,
      ) &&
      leadsOn.test(tell.description)) ||
    (isNamedIn(ask.description, tell.place) &&
      /\b(previous|prior|last|preceding|earlier)\b[^.]{0,40}\b(response|page|call|request|result)/i.test(
        ask.description,
      ))
  );
}

const leadsOn =
  /\b(next|following|subsequent|more)\b[^.]{0,40}\b(page|batch|set|results?|items?|request|call|chunk)\b|\bto (continue|paginate|advance)\b/i;

/** A name that is a plain word counts only in quotation marks, as code is set. */
function isNamedIn(text: string, place: PagePath | string): boolean {
  const name = typeof place === "string" ? place : (place.at(-1) ?? "");
  const written = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isWord = /^[A-Za-z]?[a-z]*$/.test(name);
  return new RegExp(
    isWord ? `["'\`*]${written}["'\`*]` : `(^|[^\\w-])${written}(?![\\w-])`,
  ).test(text);
}
