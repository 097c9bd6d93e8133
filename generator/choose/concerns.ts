import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { child, pointerTokens, type Origin } from "../diagnostics/origin.ts";
import type { Api } from "../ir/openapi.ts";
import { reachOf } from "./reach.ts";

/**
 * Whether a diagnostic is worth saying once `kept` is all that is emitted of `whole`: the nearest part
 * around its place decides. One that stands in no part at all is about the document, and stays.
 */
export function concerns(
  kept: Api,
  whole: Api,
): (diagnostic: Diagnostic) => boolean {
  const keeps = placesOf(kept);
  const parts = placesOf(whole);
  return ({ origin }) => {
    const tokens = pointerTokens(origin.pointer);
    for (let depth = tokens.length; depth >= 0; depth -= 1) {
      const around = { source: origin.source, pointer: "" };
      const key = keyOf(child(around, ...tokens.slice(0, depth)));
      if (keeps.has(key)) return true;
      if (parts.has(key)) return false;
    }
    return true;
  };
}

/** Paths, operations, what they are made of, and schemas: a component that nothing reaches is one too. */
function placesOf(api: Api): ReadonlySet<string> {
  const { operations, webhooks, schemas, securitySchemes, source } = api;
  const { places } = reachOf([operations, webhooks, securitySchemes], api);
  const paths = operations.map(({ path }) =>
    child({ source, pointer: "" }, "paths", path),
  );
  const items = operations.map(({ origin }) => parentOf(origin));
  return new Set([
    ...[...places, ...paths, ...items].map(keyOf),
    ...schemas.keys(),
  ]);
}

const parentOf = ({ source, pointer }: Origin): Origin => ({
  source,
  pointer: pointer.slice(0, pointer.lastIndexOf("/")),
});

const keyOf = ({ source, pointer }: Origin): string => `${source}#${pointer}`;
