import type { ParameterStyle } from "../../ir/openapi.ts";

/** Those that a description can write, by place, its default first (OAS 3.2 §4.12.2.2). */
const styles: Readonly<Record<string, readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** The style of that name, where the place has it. */
export const styleIn = (
  place: string,
  written: string | undefined,
): ParameterStyle | undefined =>
  styles[place]?.find((style) => style === written);

export const defaultStyle = (place: string): ParameterStyle =>
  styles[place]?.[0] ?? "form";
