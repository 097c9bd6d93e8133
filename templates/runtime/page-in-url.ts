import type { PageStrategy } from "./page-strategy.js";

/**
 * A strategy whose token may stand in the URL of the next page, whole or relative, as the value of the parameter that it
 * goes into. Any other token is as it is.
 */
export const inUrl = (
  parameter: string,
  strategy: PageStrategy,
): PageStrategy => ({
  ...strategy,
  next: (page) => within(strategy.next(page), parameter),
});

function within(token: unknown, parameter: string): unknown {
  if (typeof token !== "string" || !/^(https?:|[/?]).*=/.test(token))
    return token;
  try {
    const { searchParams } = new URL(token, "http://a");
    return searchParams.get(parameter) ?? token;
  } catch {
    return token;
  }
}
