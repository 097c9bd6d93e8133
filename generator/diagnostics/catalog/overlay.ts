import { define } from "../definition.ts";

/** What can be wrong with an OpenAPI Overlay, or with applying it. */
export const overlayCatalog = {
  "overlay/not-overlay": define<{ found: string }>({
    severity: "error",
    message: (p) =>
      `this is no OpenAPI Overlay of version 1.0 or 1.1: ${p.found}`,
    help: "an overlay begins with overlay: 1.0.0, info and actions",
  }),
  "overlay/extends-other": define<{ extends: string; applied: string }>({
    severity: "warning",
    message: (p) =>
      `the overlay extends ${p.extends}, but is applied to ${p.applied}, as it was asked for`,
    help: "correct extends, or name the overlay beside the description it was written for",
  }),
  "overlay/action": define<{ problem: string }>({
    severity: "error",
    message: (p) => `the action cannot be applied: ${p.problem}`,
    help: "an action has a target and one of update, remove: true or, in Overlay 1.1, copy",
  }),
  "overlay/target-syntax": define<{ target: string; problem: string }>({
    severity: "error",
    message: (p) => `${p.target} is no JSONPath of RFC 9535: ${p.problem}`,
    help: "write it like $.paths['/pets'].get.parameters[?@.name=='limit']",
  }),
  "overlay/no-match": define<{ target: string }>({
    severity: "warning",
    message: (p) => `${p.target} selects nothing; the action changed nothing`,
    help: "the description may have changed: correct the target, or drop the action",
  }),
  "overlay/incompatible": define<{
    update: string;
    target: string;
    at: string;
  }>({
    severity: "error",
    message: (p) => `${p.update} cannot be merged into ${p.target} at ${p.at}`,
    help: "remove the target in one action and set it anew through its parent in the next",
  }),
};
