import { fileURLToPath } from "node:url";
import { type EmittedFile, generate } from "../../generator/index.ts";
import config from "../../telltale.config.ts";

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A committed client, and what the compiler emits for it now. */
export interface CommittedClient {
  readonly name: string;
  /** Where it is committed. */
  readonly folder: string;
  readonly package: string;
  readonly files: readonly EmittedFile[];
}

/** Compiles every client of telltale.config.ts; writes nothing. */
export async function compileClients(): Promise<readonly CommittedClient[]> {
  return Promise.all(
    Object.entries(config.clients).map(async ([name, client]) => {
      const { input, ...options } = client;
      const { package: named } = options;
      return {
        name,
        folder: fileURLToPath(
          new URL(`../../${options.output}`, import.meta.url),
        ),
        package: typeof named === "string" ? named : String(named?.name),
        files: await emitted(input, options),
      };
    }),
  );
}

/** The files of one client; writes nothing. */
export async function emitted(
  input: string,
  options: Parameters<typeof generate>[1] = {},
): Promise<readonly EmittedFile[]> {
  const { ok, files, diagnostics } = await generate(input, {
    cwd: root,
    ...options,
    write: false,
  });
  if (ok) return files;
  throw new Error(`${input}: ${JSON.stringify(diagnostics, null, 2)}`);
}
