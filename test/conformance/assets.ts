import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The files that Spector sends and expects: the index names them by their size alone. */
export function readAssets(folder: URL): readonly Uint8Array[] {
  return existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(new URL(name, folder)))
    : [];
}

/** A text of the index as the bytes that it stands for: `<49 bytes base64:…>`, `<2992 bytes>`, or itself. */
export function restoreBytes(
  text: string,
  assets: readonly Uint8Array[],
): Uint8Array {
  const [, size, base64 = ""] =
    /^<(\d+) bytes(?: base64:([^.>]*)[^>]*)?>$/.exec(text) ?? [];
  if (size === undefined) return Buffer.from(text);
  const given = Buffer.from(base64, "base64");
  if (given.length === Number(size)) return given;
  // A long one is cut off after a few bytes; the last of them may be half of one.
  const start = given.subarray(0, -1);
  const asset = assets.find(
    (each) =>
      each.length === Number(size) &&
      start.equals(each.subarray(0, start.length)),
  );
  if (asset === undefined) throw new Error(`no asset is ${text}`);
  return asset;
}
