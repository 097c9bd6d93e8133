import type { TypeExpr } from "../ir/declaration-plan.ts";
import type { OperationPlan } from "../ir/operation-plan.ts";
import { compareDeclared, compareTypes } from "./compare-types.ts";
import { compareErrors, compareHeaders } from "./compare-errors.ts";
import { comparePages } from "./compare-pages.ts";
import type { At, Comparison } from "./comparison.ts";

/** Which functions of the two clients are the same operation. */
export interface OperationPairs {
  readonly kept: readonly (readonly [old: OperationPlan, now: OperationPlan])[];
  readonly gone: readonly OperationPlan[];
  readonly added: readonly OperationPlan[];
}

/** By method and path, whatever they are called; else by the function's name, wherever it is sent. */
export function pairOperations({ old, new: now }: Comparison): OperationPairs {
  const kept: [OperationPlan, OperationPlan][] = [];
  const gone = new Set(old.operations);
  const added = new Set(now.operations);
  for (const keyOf of [askedOf, sentTo, shapeOfPath, functionName]) {
    const byKey = new Map([...added].map((each) => [keyOf(each), each]));
    for (const each of gone) {
      const same = byKey.get(keyOf(each));
      if (same === undefined || !added.has(same)) continue;
      kept.push([each, same]);
      gone.delete(each);
      added.delete(same);
    }
  }
  return { kept, gone: [...gone], added: [...added] };
}

const sentTo = ({ method, path }: OperationPlan) => `${method} ${path}`;

/** One of two functions for a request may ask for a stream. */
const askedOf = (of: OperationPlan) =>
  `${sentTo(of)} ${String(of.request.streams)}`;

/** What a path parameter is called does not tell paths apart (OAS 3.1 §4.8.8.2). */
const shapeOfPath = ({ method, path }: OperationPlan) =>
  `${method} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;

const functionName = ({ name }: OperationPlan) => name.name;

export function compareOperations(
  { kept, gone, added }: OperationPairs,
  comparison: Comparison,
): void {
  const { report } = comparison;
  for (const each of gone) {
    const at = atOf(each, undefined);
    report("operation-removed", at, { before: sentTo(each) });
    if (each.pages !== undefined)
      report("pages-removed", { ...at, subject: each.pages.name.name });
  }
  for (const each of added)
    report("operation-added", atOf(undefined, each), { after: sentTo(each) });
  for (const [old, now] of kept) compareOperation(old, now, comparison);
}

const atOf = (
  old: OperationPlan | undefined,
  now: OperationPlan | undefined,
): At => ({
  subject: (old ?? now)?.name.name ?? "",
  old: old?.origin,
  new: now?.origin,
});

function compareOperation(
  old: OperationPlan,
  now: OperationPlan,
  comparison: Comparison,
): void {
  const { report } = comparison;
  const at = atOf(old, now);
  if (old.name.name !== now.name.name)
    report("operation-renamed", at, {
      before: old.name.name,
      after: now.name.name,
    });
  if (sentTo(old) !== sentTo(now))
    report("operation-moved", at, { before: sentTo(old), after: sentTo(now) });
  if (now.docs.deprecated === true && old.docs.deprecated !== true)
    report("operation-deprecated", at);
  compareParams(old, now, at, comparison);
  compareTypes(
    {
      old: old.data,
      new: now.data,
      direction: "received",
      at: { ...at, subject: `${at.subject}()` },
    },
    comparison,
  );
  compareHeaders(old.headers, now.headers, at, comparison);
  compareErrors(old.error, now.error, at, comparison);
  comparePages(old, now, at, comparison);
  compareRequests(old, now, at, comparison);
}

function compareParams(
  old: OperationPlan,
  now: OperationPlan,
  at: At,
  comparison: Comparison,
): void {
  if (old.params !== undefined && now.params !== undefined) {
    compareDeclared(old.params.name, now.params.name, "sent", comparison);
    return;
  }
  const named = old.params ?? now.params;
  if (named === undefined) return;
  const isNew = old.params === undefined;
  const type: TypeExpr = { kind: "name", name: named.name };
  comparison.report(isNew ? "params-introduced" : "params-removed", at, {
    [isNew ? "after" : "before"]: type.name.name,
  });
}

/** How it goes out, as far as the types of its parameters do not say it. */
function compareRequests(
  old: OperationPlan,
  now: OperationPlan,
  at: At,
  { report }: Comparison,
): void {
  const form = ({ request }: OperationPlan): string => {
    const { pathParameters, query, header, cookie, body } = request;
    return JSON.stringify([
      pathParameters,
      query,
      header,
      cookie,
      body?.media.map(({ type, encoder }) => [type, encoder]),
    ]);
  };
  const names = ({ request }: OperationPlan): string =>
    [request.pathParameters, request.query, request.header, request.cookie]
      .flatMap((place) => place.map(({ key }) => key))
      .sort()
      .join();
  // What is new or gone is said where its field is.
  if (names(old) === names(now) && form(old) !== form(now))
    report("request-otherwise", at);
  if (old.request.server?.url !== now.request.server?.url)
    report("server-changed", at, {
      before: old.request.server?.url ?? "the client's",
      after: now.request.server?.url ?? "the client's",
    });
  compareSecurity(old.request.security, now.request.security, at, report);
}

type Requirements = OperationPlan["request"]["security"];

/** Whoever meets one of the old requirements has to meet one of the new ones (OAS 3.1 §4.8.30). */
function compareSecurity(
  old: Requirements,
  now: Requirements,
  at: At,
  report: Comparison["report"],
): void {
  const orNone = (of: Requirements): Requirements =>
    of.length === 0 ? [[]] : of;
  const isMetBy = (given: Requirements, asked: Requirements): boolean =>
    orNone(given).every((all) =>
      orNone(asked).some((each) => each.every((name) => all.includes(name))),
    );
  const words = { before: securityWords(old), after: securityWords(now) };
  if (words.before === words.after) return;
  if (!isMetBy(old, now)) report("security-tightened", at, words);
  else if (!isMetBy(now, old)) report("security-loosened", at, words);
}

const securityWords = (of: Requirements): string =>
  of.length === 0
    ? "none"
    : of
        .map((all) => (all.length === 0 ? "none" : all.join(" and ")))
        .join(", or ");
