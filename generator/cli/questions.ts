import type { Readable, Writable } from "node:stream";
import { UsageError } from "../config/usage-error.ts";
import { safeText } from "../diagnostics/safe-text.ts";

/** Asks the person at a terminal; tests answer in their place. */
export interface Questions {
  text(message: string, initial: string): Promise<string>;
  /** One of several values, each shown as it is. */
  choose(message: string, values: readonly string[]): Promise<string>;
}

/** Questions on a terminal. What asks them is loaded with the first one. */
export function createQuestions(input: Readable, output: Writable): Questions {
  const streams = { input, output };
  const answered = async (
    ask: (
      prompts: typeof import("@clack/prompts"),
    ) => Promise<string | symbol | undefined>,
  ): Promise<string> => {
    const answer = await ask(await import("@clack/prompts"));
    if (typeof answer === "string") return answer;
    throw new UsageError(
      "the question was not answered, and nothing was written",
      "telltale init --input openapi.yaml --output src/api asks nothing",
    );
  };
  return {
    text: (message, initial) =>
      answered(({ text }) =>
        text({
          message,
          initialValue: initial,
          validate: (value) => (value ? undefined : "It cannot be empty."),
          ...streams,
        }),
      ),
    choose: (message, values) =>
      answered(({ select }) =>
        select({
          message,
          options: values.map((value) => ({ value, label: safeText(value) })),
          ...streams,
        }),
      ),
  };
}
