import type { WriteOptions, Written } from "./7-write/index.ts";
import type { Report } from "./diagnostics/diagnostic.ts";

/** Says what kept a client from being written. A check lists what people changed; it has nothing to give up. */
export function reportInTheWay(
  { foreign, edited, untold }: Written,
  folder: string,
  mode: WriteOptions["mode"],
  report: Report,
): void {
  const at = (path: string) => ({ source: `${folder}/${path}`, pointer: "" });
  for (const path of foreign) report("write/foreign-file", at(path), { path });
  if (mode === "check") return;
  for (const path of edited)
    report("write/changed-by-hand", at(path), { path });
  const [first] = untold;
  if (first !== undefined)
    report("write/no-lock", at(first), { files: untold.length, first });
}

/** Says why a folder could not be written to. What is no fault of the system's is one of ours. */
export function reportFailure(
  error: unknown,
  folder: string,
  report: Report,
): undefined {
  const origin = { source: folder, pointer: "" };
  const { code, holder } = error as NodeJS.ErrnoException & { holder?: string };
  if (holder !== undefined)
    report("write/busy", origin, {
      path: folder,
      process: holder || "unknown",
    });
  else if (code !== undefined)
    report("write/failed", origin, { path: folder, reason: code });
  else throw error;
}
