import type { BodyEncoder } from "./body.js";
import { scalar } from "./encode.js";

/** A text, XML among them, as it is: in UTF-8. A number or a boolean as JavaScript writes it. */
export const textBody: BodyEncoder = (value) => ({
  body: scalar("body", value),
  type: "text/plain",
});
