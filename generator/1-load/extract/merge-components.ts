import type { Report } from "../../diagnostics/diagnostic.ts";
import type { JsonObject } from "../../ir/source.ts";
import type { Origin } from "../../diagnostics/origin.ts";
import { equal, isObject } from "../json.ts";
import { freshName } from "./component-names.ts";
import {
  entriesOf,
  entriesOfMap,
  type Component,
  type Entry,
  type Merged,
} from "./merged.ts";
import { referencesOf, rewriteReferences, type Rename } from "./references.ts";

/** A component of the page, and which of the merged ones of its name it may still turn out to equal. */
interface Candidate extends Entry {
  readonly section: string;
  readonly name: string;
  readonly references: ReadonlySet<string>;
  readonly known: readonly Component[];
  /** The index in `known`; its length stands for none of them. */
  choice: number;
}

/**
 * Adds the components of a page and returns what its references are to be called. Two components
 * are equal if they are written the same *and* refer to equal ones: a schema that mentions another
 * which this page defines differently is itself a different schema.
 */
export function mergeComponents(
  merged: Merged,
  document: JsonObject,
  root: Origin,
  report: Report,
): Rename {
  const candidates = readCandidates(merged, document, root);
  chooseEqual(candidates);

  const names = new Map<string, string>();
  for (const candidate of candidates.values())
    names.set(keyOf(candidate), nameFor(merged, candidate));
  const rename: Rename = (section, name) =>
    names.get(`${section}/${name}`) ?? name;
  for (const candidate of candidates.values()) {
    if (candidate.choice === candidate.known.length)
      add(merged, candidate, rename, report);
  }
  return rename;
}

function readCandidates(
  merged: Merged,
  document: JsonObject,
  root: Origin,
): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const [section, entry] of entriesOf(document, "components", root)) {
    if (!isObject(entry.value)) {
      if (!merged.otherComponents.has(section))
        merged.otherComponents.set(section, entry);
      continue;
    }
    for (const [name, { value, origin }] of entriesOfMap(entry)) {
      const known = merged.components.get(section)?.get(name) ?? [];
      const references = referencesOf(value);
      const candidate = {
        section,
        name,
        value,
        origin,
        references,
        known,
        choice: 0,
      };
      candidates.set(keyOf(candidate), candidate);
    }
  }
  return candidates;
}

/**
 * Takes all components as equal that are written the same, then takes back those that refer to one
 * that is not, until nothing changes. Starting from equality is what lets schemas refer to each other.
 */
function chooseEqual(candidates: ReadonlyMap<string, Candidate>): void {
  const current = (key: string): string | undefined => {
    const candidate = candidates.get(key);
    return candidate && candidate.known[candidate.choice]?.name;
  };
  const fits = (candidate: Candidate, component: Component): boolean =>
    equal(candidate.value, component.written) &&
    [...candidate.references].every(
      (key) =>
        !candidates.has(key) || current(key) === component.meanings.get(key),
    );
  // What is written differently settles first, so that nothing is compared with it in vain.
  for (const candidate of candidates.values()) {
    advance(candidate, (component) =>
      equal(candidate.value, component.written),
    );
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const candidate of candidates.values()) {
      const before = candidate.choice;
      advance(candidate, (component) => fits(candidate, component));
      changed ||= candidate.choice !== before;
    }
  }
}

function advance(
  candidate: Candidate,
  fits: (component: Component) => boolean,
): void {
  for (; candidate.choice < candidate.known.length; candidate.choice++) {
    const component = candidate.known[candidate.choice];
    if (component !== undefined && fits(component)) return;
  }
}

const keyOf = ({ section, name }: { section: string; name: string }) =>
  `${section}/${name}`;

function nameFor(
  merged: Merged,
  { section, name, known, choice }: Candidate,
): string {
  const chosen = known[choice];
  if (chosen !== undefined) return chosen.name;
  if (known.length === 0) return name;
  const taken = merged.taken.get(section) ?? new Set();
  return freshName(name, taken);
}

function add(
  merged: Merged,
  candidate: Candidate,
  rename: Rename,
  report: Report,
): void {
  const { section, name, value, origin, known, references } = candidate;
  const renamed = rename(section, name);
  const component: Component = {
    name: renamed,
    value: rewriteReferences(value, rename),
    written: value,
    meanings: new Map(
      [...references].map((key) => [key, renameKey(key, rename)]),
    ),
    origin,
  };
  const byName =
    merged.components.get(section) ?? new Map<string, Component[]>();
  byName.set(name, [...known, component]);
  merged.components.set(section, byName);
  const [first] = known;
  if (first === undefined) return;
  report("extract/unequal-component", origin, { section, name, renamed }, [
    { origin: first.origin, message: `the first ${name}, kept under its name` },
  ]);
}

function renameKey(key: string, rename: Rename): string {
  const slash = key.indexOf("/");
  return rename(key.slice(0, slash), key.slice(slash + 1));
}
