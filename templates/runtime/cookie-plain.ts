import { addCookie } from "./cookie.js";
import { members, scalar } from "./encode.js";
import type { ParameterStyle } from "./operation.js";

/** Cookie style `cookie` (OAS 3.2 §4.12.2.2): as `form`, but nothing is percent-encoded. */
export const cookiePlain: ParameterStyle = (draft, name, value) => {
  for (const [key, member] of members(value)) {
    addCookie(draft, key ?? name, scalar(name, member));
  }
};
