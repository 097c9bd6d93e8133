import { emitClient, type Emitted } from "./client.ts";
import { readDocument, type Document } from "./document.ts";
import type { Ground } from "./drive.ts";

export interface GroundOptions extends Pick<Ground, "url" | "assets"> {
  /** The folder of the documents. */
  readonly spector: string;
  /** Which of the two versions of OpenAPI to drive. */
  readonly version: string;
  /** Where clients are written. */
  readonly output: string;
}

/** Documents and clients of one version of OpenAPI, each read and generated once. */
export function prepareGround({
  assets,
  output,
  spector,
  url,
  version,
}: GroundOptions): Ground {
  const documents = new Map<string, Document>();
  const clients = new Map<Document, Promise<Emitted>>();
  return {
    url,
    assets,
    documentsOf: ({ operations }) => {
      const files = operations
        .flatMap(({ openapi }) => openapi.map(({ file }) => file))
        .filter((file) => file.includes(`/${version}/`));
      return [...new Set(files)].map((file) =>
        once(documents, file, () => readDocument(spector, file)),
      );
    },
    clientOf: (document) =>
      once(clients, document, () => emitClient(document.file, output, spector)),
  };
}

function once<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
