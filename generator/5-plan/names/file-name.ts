import { createRegistry, type Registry } from "./registry.ts";
import { kebab } from "./words.ts";

/** Device names that no file may have on Windows, whatever its extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Longer names than this are cut: file systems allow 255 bytes, and a folder has to fit before it. */
const longest = 80;

/**
 * The one way from a description to a file name: words of letters and digits, joined by `-`. Nothing
 * else of the text survives, so no name can leave its folder.
 */
export function fileName(parts: readonly string[]): string {
  const name = [...kebab(parts)].slice(0, longest).join("").replace(/-$/, "");
  return name === "" ? "unnamed" : devices.test(name) ? `${name}-file` : name;
}

/** Modules of one client, each under a name of its own. `index` is taken in every folder. */
export function createModules(): {
  claim(folder: string, parts: readonly string[]): string;
} {
  const folders = new Map<string, Registry>();
  return {
    claim(folder, parts) {
      const registry =
        folders.get(folder) ??
        createRegistry(["index"], (name) => name.toLowerCase());
      folders.set(folder, registry);
      return `${folder}/${registry.claim([fileName(parts)])}`;
    },
  };
}
