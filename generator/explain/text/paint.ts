import { styleText } from "node:util";
import { safeMessage } from "../../diagnostics/safe-text.ts";

type Style = Parameters<typeof styleText>[0];

/** Text of a description in a style; made safe here, so that nothing reaches a terminal as it is. */
export type Paint = (style: Style | undefined, text: string) => string;

export const painter =
  (color: boolean): Paint =>
  (style, text) => {
    const safe = safeMessage(text);
    return color && style !== undefined
      ? styleText(style, safe, { validateStream: false })
      : safe;
  };
