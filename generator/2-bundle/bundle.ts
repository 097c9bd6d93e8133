import type { LoadContext } from "../1-load/index.ts";
import { pointerTokens, type Origin } from "../diagnostics/origin.ts";
import type { Json, Source } from "../ir/source.ts";
import { findMarks, type Marks } from "./find-marks.ts";
import { findReferences } from "./find-references.ts";
import { createReader } from "./read-referenced.ts";
import type { Refusal, Replay } from "./refusal.ts";
import { mayNameByUri } from "./scheme-uris.ts";
import { documentUri, splitReference, uriOf } from "./uri.ts";
import { valueAt } from "./value-at.ts";

/**
 * 2-bundle
 * Before: the entry document. After: every document that a `$ref` reachable from it names has been
 * read, or there is a reason why not. Pure data: {@link followReference} only looks up.
 */
export interface Bundle {
  readonly entry: Source;
  /** By {@link Source.id}. */
  readonly documents: ReadonlyMap<string, BundledDocument>;
  /** What an absolute URI names: a document, or a schema by its `$id`. */
  readonly resources: ReadonlyMap<string, Located>;
  /** URI -> why nothing was read from there. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

export interface BundledDocument {
  readonly source: Source;
  /** Where it was read, which relative references start from. */
  readonly uri: string;
  readonly marks: Marks;
  /** Says what was wrong with the file: once a reference to it is followed, not before. */
  readonly replay: Replay;
}

/** A value of a document together with the place where it is written. */
export interface Located {
  readonly value: Json;
  readonly origin: Origin;
}

export interface BundleContext extends LoadContext {
  /** Folders, and URLs, that references may lead to beside the entry's own folder. */
  readonly allowRefs?: readonly string[] | undefined;
}

export const root = (bundle: Bundle): Located => rootOf(bundle.entry);

const rootOf = ({ id, value }: Source): Located => ({
  value,
  origin: { source: id, pointer: "" },
});

/**
 * Reads what the entry refers to, and what that refers to, in waves: all files of a wave are read
 * side by side, then parsed in the order of their first reference, so that the outcome does not
 * depend on the disk.
 */
export async function bundle(
  entry: Source,
  context: BundleContext,
): Promise<Bundle> {
  const documents = new Map<string, BundledDocument>();
  const resources = new Map<string, Located>();
  const refusals = new Map<string, Refusal>();
  const reader = createReader(entry, context);
  const looking = {
    walked: new Set<Json>(),
    schemesByUri: mayNameByUri(entry.value),
  };

  const add = (source: Source, replay: Replay): BundledDocument => {
    const uri = documentUri(source.id, context.cwd);
    const marks = findMarks(rootOf(source), uri);
    const document = { source, uri, marks, replay };
    documents.set(source.id, document);
    resources.set(uri, rootOf(source));
    for (const [id, located] of marks.resources)
      if (!resources.has(id)) resources.set(id, located);
    return document;
  };

  /** Adds the references met in a value, by the document that each is to. */
  const walk = (value: Json, from: BundledDocument, wanted: Wanted): Wanted => {
    for (const reference of findReferences(value, looking)) {
      const [file, fragment] = splitReference(reference);
      const uri = file === "" ? from.uri : uriOf(file, from.uri);
      if (uri === undefined) continue;
      const pointers = wanted.get(uri);
      if (pointers === undefined) wanted.set(uri, new Set([fragment]));
      else pointers.add(fragment);
    }
    return wanted;
  };

  let wanted = walk(
    entry.value,
    add(entry, () => {}),
    new Map(),
  );
  while (wanted.size > 0) {
    const unread = [...wanted.keys()].filter(
      (uri) => !resources.has(uri) && !refusals.has(uri),
    );
    for (const [uri, outcome] of await reader.read(unread)) {
      if (outcome.kind === "read") add(outcome.source, outcome.replay);
      else refusals.set(uri, outcome);
    }
    const next: Wanted = new Map();
    for (const [uri, fragments] of wanted) {
      const found = resources.get(uri);
      const document = found && documents.get(found.origin.source);
      if (found === undefined || document === undefined) continue;
      for (const fragment of fragments)
        walk(reached(found, fragment), document, next);
    }
    wanted = next;
  }
  return { entry, documents, resources, refusals };
}

type Wanted = Map<string, Set<string>>;

/** What of a document a fragment reaches; all of it, where that takes more than a pointer to say. */
const reached = (document: Located, fragment: string): Json =>
  fragment.startsWith("/")
    ? (valueAt(document, pointerTokens(fragment))?.value ?? document.value)
    : document.value;
