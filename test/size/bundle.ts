import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of what an application ships that uses these exports of a client: bundled, minified, gzipped. */
export async function bundledSize(
  index: string,
  names: readonly string[],
): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(", ")} } from ${JSON.stringify(index)};`,
      resolveDir: ".",
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`${index}: no bundle`);
  return gzipSync(bundle.contents, { level: 9 }).length;
}
