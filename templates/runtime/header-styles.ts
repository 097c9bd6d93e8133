import { flat } from "./encode.js";
import { setHeader } from "./header.js";
import type { Draft, ParameterStyle } from "./operation.js";

/** The header styles that Swagger 2.0 has beside `a,b`, by its `collectionFormat`. */

/** `a|b`: `pipes`. */
export const headerPipeDelimited: ParameterStyle = (draft, name, value) =>
  setList(draft, name, flat(name, value).join("|"));
/** `a b`: `ssv`. */
export const headerSpaceDelimited: ParameterStyle = (draft, name, value) =>
  setList(draft, name, flat(name, value).join(" "));
/** Members between tabs: `tsv`. */
export const headerTabDelimited: ParameterStyle = (draft, name, value) =>
  setList(draft, name, flat(name, value).join("\t"));

function setList({ headers }: Draft, name: string, text: string): void {
  if (text !== "") setHeader(headers, name, text);
}
