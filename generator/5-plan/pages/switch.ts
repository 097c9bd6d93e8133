import type { PagePath } from "../../ir/page-rule.ts";
import type { Field } from "./fields.ts";
import { asks, best } from "./roles.ts";

/** A flag that turns pages on; a call without it gets something else. */
export interface Switch {
  /** Key in `params`; `undefined` where nobody can say how to set it. */
  readonly on: string | undefined;
  /** Whether what it turns on is pages by token, and no others. */
  readonly isForTokens: boolean;
}

/** `undefined` where pages need not be turned on, as by a default of `true`. */
export function switchOf(
  asked: readonly Field<PagePath>[],
): Switch | undefined {
  const forTokens = best(asked, asks.tokenSwitch);
  const found = forTokens ?? best(asked, asks.switch);
  if (found === undefined || found.annotations.default === true)
    return undefined;
  const [key, ...rest] = found.place;
  return {
    on: rest.length === 0 && !turnsOff(found) ? key : undefined,
    isForTokens: forTokens !== undefined,
  };
}

/** Some flags are called after what they take away. */
const turnsOff = ({ description }: Field): boolean =>
  /\b(disabl\w+|turn(s|ed)? off|bypass\w*|skips? pagination)\b/i.test(
    description,
  );
