import type { ParameterStyle } from "./operation.js";
import type { UnionShape } from "./shape.js";

/** A style for values that may carry tags which are not on the wire: what was received may be sent back. */
export const untagging =
  (shape: UnionShape, style: ParameterStyle): ParameterStyle =>
  (draft, name, value) =>
    style(draft, name, shape.untag(value));
