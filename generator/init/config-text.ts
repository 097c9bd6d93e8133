import { basename, dirname, extname } from "node:path";
import { literal, objectKey } from "../6-emit/literal.ts";

/** A client as `telltale init` writes it. */
export interface NewClient {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly package?: string;
}

/** `telltale.config.ts` with one client. */
export const configText = (
  client: NewClient,
): string => `import { defineConfig } from "telltale";

export default defineConfig({
  clients: {
    ${objectKey(client.name)}: {
      // The description: a file or a URL, JSON, YAML or a docs page that holds one.
      input: ${literal(client.input)},
      // Where the client goes. Files in there that telltale did not write are left alone.
      output: ${literal(client.output)},
${
  client.package === undefined
    ? `      // A package to be published instead of a source folder:
      // package: "@acme/client",
`
    : `      package: ${literal(client.package)},
`
}      // Corrections of the description, applied before it is read:
      // overlays: ["overlay.yaml"],
      // Shorter names, and the operations that are wanted:
      // rename: { listPets_v1: "listPets" },
      // include: [{ tag: "Pets" }],
    },
  },
});
`;

/** The client as a line for a config that is there already. */
export function clientLine(client: NewClient): string {
  const { name, ...options } = client;
  const members = Object.entries(options).map(
    ([key, value]) => `${key}: ${literal(value)}`,
  );
  return `${objectKey(name)}: { ${members.join(", ")} },`;
}

/** What a client is called unless somebody says: its file, or the folder of one that is called as all of them are. */
export function clientName(input: string): string {
  if (/^https?:/i.test(input)) return "api";
  const stem = basename(input, extname(input));
  const isPlain = /^(api|index|main|openapi|schema|spec|swagger)$/i.test(stem);
  const name = isPlain ? basename(dirname(input)) : stem;
  return /^\w/.test(name) ? name : "api";
}
