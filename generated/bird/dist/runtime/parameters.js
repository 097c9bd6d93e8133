// Generated from the runtime of telltale. Do not edit.

import { isGiven } from "./encode.js";
import { own } from "./own.js";
/** The parameters of an operation in one place: its query, headers or cookies. */
export function parameters(styles) {
  return (draft, given) => {
    for (const [name, which] of Object.entries(styles)) {
      const [style, key] = typeof which === "function" ? [which, name] : which;
      const value = own(given, key);
      if (isGiven(value)) style(draft, name, value);
    }
  };
}
