import type { Located } from "../../2-bundle/bundle.ts";
import { own, strings } from "../read.ts";

/** What `consumes` or `produces` lists; `undefined` where nothing is said, and so what stands above holds. */
export function mediaTypesAt(
  of: Located,
  key: "consumes" | "produces",
): readonly string[] | undefined {
  const written = own(of.value, key);
  return Array.isArray(written) ? strings(written) : undefined;
}

/** Swagger 2.0 names no default; everybody who leaves it out means this. */
export const orJson = (types: readonly string[]): readonly string[] =>
  types.length === 0 ? ["application/json"] : types;
