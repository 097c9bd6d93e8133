import type { Located } from "../2-bundle/bundle.ts";
import type { Context } from "./context.ts";
import { own, string } from "./read.ts";

/** What a parameter is known by (OAS 3.1 §4.8.12): its name and place. Header names have no case (RFC 9110 §5.1). */
export const parameterKey = (name: string, place: string): string =>
  `${place} ${place === "header" ? name.toLowerCase() : name}`;

/**
 * The parameters of one list, which has each name once in each place (OAS 3.1 §4.8.10.1): of those that are the same
 * the first one counts.
 */
export function onceEach(
  parameters: readonly Located[],
  { report }: Pick<Context, "report">,
): readonly Located[] {
  const known = new Map<string, string>();
  return parameters.filter(({ value, origin }) => {
    const name = string(own(value, "name"));
    const place = string(own(value, "in"));
    // What is no parameter is for others to say.
    if (name === undefined || place === undefined) return true;
    const key = parameterKey(name, place);
    const first = known.get(key);
    known.set(key, first ?? name);
    if (first === undefined) return true;
    report("operation/duplicate-parameter", origin, { name, place, first });
    return false;
  });
}
