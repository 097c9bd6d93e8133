import type { ParameterStyle } from "../../ir/openapi.ts";

/** Those that a description can write (OAS 3.2 §4.12.2.2). */
const styles: ReadonlySet<string> = new Set<ParameterStyle>([
  "simple",
  "label",
  "matrix",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
  "cookie",
]);

export const isStyle = (style: string): style is ParameterStyle =>
  styles.has(style);
