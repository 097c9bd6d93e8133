import type { PackageOptions } from "../../options.ts";

/**
 * What a package is called by: the config's word; else the API's own version where that is a semantic version
 * (SemVer 2.0.0 §2), and 0.0.0, which promises nothing, where it is not. With a revision, the API's version
 * as far as it has numbers, and room for a thousand clients of it: 1.4.2 and revision 3 make 1.4.2003.
 */
export function packageVersion(
  said: PackageOptions["version"],
  api: string,
): string {
  if (typeof said === "string") return said;
  if (said === undefined)
    return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(api)
      ? api
      : "0.0.0";
  const [, major = 0, minor = 0, patch = 0] =
    /^v?(\d{1,8})(?:[.-](\d{1,8}))?(?:[.-](\d{1,8}))?(?!\d)/i.exec(api) ?? [];
  const revised = Number(patch) * 1000 + said.revision;
  return [Number(major), Number(minor), revised].join(".");
}
