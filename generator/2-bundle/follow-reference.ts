import type { Report } from "../diagnostics/diagnostic.ts";
import { pointerTokens, type Origin } from "../diagnostics/origin.ts";
import type { Bundle, BundledDocument, Located } from "./bundle.ts";
import { inEmbedded } from "./embedded-schema.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { splitReference, uriOf } from "./uri.ts";
import { valueAt } from "./value-at.ts";

/** References that one may lead through, all in all, before it is taken for a circle or an attack. */
const hopLimit = 256;

/** Counted down, not up to a depth: references within references multiply. */
interface Hops {
  left: number;
}

/**
 * The value that `reference` names, seen from `from` (RFC 3986 §5.1, RFC 6901 §6). A reference that
 * leads nowhere is reported, and the caller goes on without it.
 */
export function followReference(
  bundle: Bundle,
  reference: string,
  from: Origin,
  report: Report,
): Located | undefined {
  const { found, document, isEmbedded, refusal } = find(
    bundle,
    reference,
    from,
    {
      left: hopLimit,
    },
  );
  if (isEmbedded) report("schema/reference-embedded", from, { reference });
  const referrer = { origin: from, message: `${reference} leads here` };
  document?.replay(report, referrer);
  if (refusal?.kind === "broken") refusal.replay(report, referrer);
  else if (refusal !== undefined)
    report(refusal.code, from, { reference, why: refusal.why });
  else if (found === undefined)
    report("schema/reference-unresolved", from, { reference });
  return found;
}

interface Outcome {
  readonly found?: Located | undefined;
  readonly document?: BundledDocument | undefined;
  readonly refusal?: Refusal | undefined;
  /** It was found from the schema around the reference, not from where the specification starts. */
  readonly isEmbedded?: boolean;
}

function find(
  bundle: Bundle,
  reference: string,
  from: Origin,
  hops: Hops,
): Outcome {
  const home = bundle.documents.get(from.source);
  hops.left -= 1;
  if (home === undefined || hops.left < 0) return {};
  const [file, fragment] = splitReference(reference);
  const base = baseOf(home, from);
  const uris =
    file === "" ? [base, home.uri] : [uriOf(file, base), uriOf(file, home.uri)];
  for (const uri of new Set(uris)) {
    const resource = uri === undefined ? undefined : bundle.resources.get(uri);
    const document = resource && bundle.documents.get(resource.origin.source);
    if (uri === undefined || resource === undefined || document === undefined)
      continue;
    const found = within(bundle, { uri, resource, document }, fragment, hops);
    const isLast = uri === uris.at(-1);
    const embedded =
      file === "" && isLast && (found === undefined || isDescription(found))
        ? inEmbedded(resource, fragment, from)
        : undefined;
    if (embedded !== undefined)
      return { found: embedded, document, isEmbedded: true };
    if (found !== undefined) return { found, document };
    if (isLast) return { document };
  }
  const place = uris.at(-1);
  return {
    refusal:
      place === undefined
        ? refuse("it is no URL that can be read")
        : bundle.refusals.get(place),
  };
}

/** No schema is meant by a reference to a description as a whole. */
const isDescription = ({ value, origin }: Located): boolean =>
  origin.pointer === "" &&
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, "openapi") || Object.hasOwn(value, "swagger"));

interface Resource {
  readonly uri: string;
  readonly resource: Located;
  readonly document: BundledDocument;
}

function within(
  bundle: Bundle,
  { uri, resource, document }: Resource,
  fragment: string,
  hops: Hops,
): Located | undefined {
  if (fragment === "") return resource;
  if (!fragment.startsWith("/")) {
    const { anchors } = document.marks;
    const named = anchors.filter(({ name }) => name === fragment);
    return (named.find((anchor) => anchor.resource === uri) ?? named[0])?.at;
  }
  return valueAt(resource, pointerTokens(fragment), (written) => {
    const { $ref } = written.value as { readonly $ref: string };
    return find(bundle, $ref, written.origin, hops).found;
  });
}

/** The URI of the nearest `$id` around a place, or of its document (JSON Schema 2020-12 §8.2.1). */
export function baseOf({ uri, marks }: BundledDocument, from: Origin): string {
  const around = marks.resources.find(
    ([, { origin }]) =>
      from.pointer === origin.pointer ||
      from.pointer.startsWith(`${origin.pointer}/`),
  );
  return around?.[0] ?? uri;
}
