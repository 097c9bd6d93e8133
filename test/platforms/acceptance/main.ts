/**
 * What a client has to do on every platform. Nothing here but the web platform: no test framework, and no module of
 * Node. Cases run one after the other, each on its own ground.
 */
import { answers } from "./answers.ts";
import { bodies } from "./bodies.ts";
import { credentials } from "./credentials.ts";
import { failures } from "./failures.ts";
import { features } from "./features.ts";
import { type Case, type Cases, groundOf } from "./ground.ts";
import { limits } from "./limits.ts";
import { pages } from "./pages.ts";
import { parameters } from "./parameters.ts";
import type { Outcome } from "./protocol.ts";
import { repetitions } from "./repetitions.ts";
import { streams } from "./streams.ts";

const groups: Readonly<Record<string, Cases>> = {
  ...{ parameters, bodies, answers, failures, repetitions },
  ...{ limits, credentials, streams, pages, features },
};

/** Milliseconds after which a case counts as failed. */
const longest = 15_000;

/** Runs every case against the server at this URL. Never rejects. */
export async function runAcceptance(
  server: string,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [group, cases] of Object.entries(groups))
    for (const [what, run] of Object.entries(cases)) {
      const detail = await play(run, server, `${group}-${outcomes.length}`);
      outcomes.push({ name: `${group}: ${what}`, ok: detail === "", detail });
    }
  return outcomes;
}

async function play(
  run: Case,
  server: string,
  segment: string,
): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("takes too long"), longest);
  });
  const done = run(groundOf(server, segment)).then(
    () => "",
    (error: unknown) =>
      error instanceof Error ? `${error.name}: ${error.message}` : "no error",
  );
  const detail = await Promise.race([done, late]);
  clearTimeout(timer);
  return detail;
}
