import type { InterfaceDeclaration, Name } from "../ir/declaration-plan.ts";
import type { ErrorPlan, FailurePlan } from "../ir/operation-plan.ts";
import { compareDeclared, compareTypes } from "./compare-types.ts";
import type { At, Comparison } from "./comparison.ts";
import { declaredBy, type Side } from "./side.ts";
import { printed, typeWords } from "./type-words.ts";

/** How a call can fail: which statuses have an arm, and what their bodies and headers are. */
export function compareErrors(
  old: ErrorPlan,
  now: ErrorPlan,
  at: At,
  comparison: Comparison,
): void {
  const { report } = comparison;
  const statuses = new Set(
    [...old.arms, ...now.arms].map(({ status }) => status),
  );
  for (const status of statuses) {
    const was = old.arms.find((arm) => arm.status === status);
    const is = now.arms.find((arm) => arm.status === status);
    const here = { ...at, subject: `${at.subject}() ${status}` };
    if (was === undefined)
      report("status-added", here, { after: typeWords(is?.body ?? unknown) });
    if (is === undefined)
      report("status-removed", here, {
        before: typeWords(was?.body ?? unknown),
      });
    compareFailures(
      was ?? failureOf(status, old),
      is ?? failureOf(status, now),
      here,
      comparison,
    );
  }
  compareFailures(
    old.otherwise,
    now.otherwise,
    { ...at, subject: `${at.subject}() default` },
    comparison,
  );
}

const unknown = { kind: "keyword", keyword: "unknown" } as const;

/** What a status is where it has no arm: one of its range, or any other. */
const failureOf = (
  status: number | string,
  { arms, otherwise }: ErrorPlan,
): FailurePlan =>
  arms.find((arm) => arm.status === `${String(status).charAt(0)}XX`) ??
  otherwise;

function compareFailures(
  old: FailurePlan,
  now: FailurePlan,
  at: At,
  comparison: Comparison,
): void {
  // Nothing could be read of a body that was anything: now something can.
  if (isUnknown(old) && !isUnknown(now)) {
    if (at.subject.endsWith(" default"))
      comparison.report("status-added", at, { after: typeWords(now.body) });
  } else
    compareTypes(
      {
        old: old.body,
        new: now.body,
        direction: "received",
        at: { ...at, subject: `${at.subject}.body` },
      },
      comparison,
    );
  compareHeaders(old.headers, now.headers, at, comparison);
}

const isUnknown = ({ body }: FailurePlan): boolean =>
  printed(body) === "unknown";

/** Documented headers, whose names and literals `headers.get` knows. */
export function compareHeaders(
  old: Name | undefined,
  now: Name | undefined,
  at: At,
  comparison: Comparison,
): void {
  if (old !== undefined && now !== undefined)
    return compareDeclared(old, now, "received", comparison);
  if (old !== undefined)
    comparison.report("headers-removed", at, {
      before: headerNames(old, comparison.old),
    });
  if (now !== undefined)
    comparison.report("headers-added", at, {
      after: headerNames(now, comparison.new),
    });
}

function headerNames(name: Name, side: Side): string {
  const declared = declaredBy(name, side) as InterfaceDeclaration | undefined;
  return declared?.properties.map((each) => each.name).join(", ") ?? "";
}
