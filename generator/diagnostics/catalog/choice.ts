import { define } from "../definition.ts";

/** What can be wrong with `include`, `exclude` and other filters of the config. */
export const choiceCatalog = {
  "choice/matches-nothing": define<{
    option: string;
    filter: string;
    hint: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.option} ${p.filter} matches no operation and no webhook; ${p.hint}`,
    help: "correct the entry, or take it out",
  }),
  "choice/nothing-left": define<{ count: number }>({
    severity: "error",
    message: (p) =>
      `include and exclude leave none of ${p.count} operations and webhooks; nothing is emitted`,
    help: "widen include, or narrow exclude",
  }),
};
