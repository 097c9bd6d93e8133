import type { OperationPlan, PagesPlan } from "../ir/operation-plan.ts";
import { compareTypes } from "./compare-types.ts";
import type { At, Comparison } from "./comparison.ts";

/** The `paginate…` beside an operation: whether it is there, what it gives, and how it goes on. */
export function comparePages(
  old: OperationPlan,
  now: OperationPlan,
  at: At,
  comparison: Comparison,
): void {
  const { report } = comparison;
  const named = ({ name }: PagesPlan): At => ({ ...at, subject: name.name });
  if (now.pages === undefined && old.pages !== undefined)
    return report("pages-removed", named(old.pages));
  if (now.pages === undefined) return;
  if (old.pages === undefined) return report("pages-added", named(now.pages));
  const pages = named(old.pages);
  if (old.pages.name.name !== now.pages.name.name)
    report("operation-renamed", pages, {
      ...words("before", old),
      ...words("after", now),
    });
  if (JSON.stringify(old.pages.rule) !== JSON.stringify(now.pages.rule))
    report("pages-otherwise", pages, {
      before: JSON.stringify(old.pages.rule),
      after: JSON.stringify(now.pages.rule),
    });
  compareTypes(
    {
      old: old.pages.item,
      new: now.pages.item,
      direction: "received",
      at: { ...pages, subject: `${pages.subject}()[]` },
    },
    comparison,
  );
}

const words = (key: "before" | "after", { pages }: OperationPlan) => ({
  [key]: pages?.name.name ?? "",
});
