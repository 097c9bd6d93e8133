// Generated from the runtime of telltale. Do not edit.

import { isGiven } from "./encode.js";
import { own } from "./own.js";
/** The parameters of an operation in one place: its query, headers or cookies. */
export function parameters(styles) {
  return (draft, given) => {
    for (const [name, which] of Object.entries(styles)) {
      const isPlain = typeof which === "function";
      const value = own(given, isPlain ? name : which[1]);
      if (isGiven(value)) (isPlain ? which : which[0])(draft, name, value);
    }
  };
}
