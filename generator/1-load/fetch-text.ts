import type { Report } from "../diagnostics/diagnostic.ts";
import { budgets } from "./budgets.ts";
import type { TextFile } from "./read-text.ts";

/**
 * Fetches a document that somebody allowed to be fetched. No credentials are sent, and a redirect is
 * refused: what was allowed is this URL, not where its server sends us.
 */
export async function fetchText(
  url: string,
  report: Report,
): Promise<TextFile | undefined> {
  const origin = { source: url, pointer: "" };
  const fail = (reason: string) =>
    void report("load/unreadable", origin, { path: url, reason });
  try {
    const response = await fetch(url, {
      redirect: "manual",
      credentials: "omit",
      signal: AbortSignal.timeout(budgets.fetchMs),
      headers: {
        accept: "application/json, application/yaml, text/plain, */*",
      },
    });
    if (response.status >= 300 && response.status < 400)
      return fail("its server answers with a redirect, which is not followed");
    if (!response.ok) return fail(`its server answers with ${response.status}`);
    const text = await readBounded(response);
    if (text !== undefined) return { id: url, text };
    report("load/too-large", origin, {
      bytes: budgets.fileBytes,
      limit: budgets.fileBytes,
    });
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    fail(
      isLate ? "its server does not answer in time" : "the connection fails",
    );
  }
  return undefined;
}

/** The body as UTF-8; `undefined` once it is larger than a file may be. */
async function readBounded(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > budgets.fileBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
