import type { Docs } from "../ir/declaration-plan.ts";
import type { OperationFile } from "../ir/operation-plan.ts";

/** Links of operations to each other: to one that is not there, only by its method and path. */
export function keepLinks(
  files: readonly OperationFile[],
): readonly OperationFile[] {
  const kept = new Set(
    files.flatMap(({ operations }) => operations.map(({ name }) => name.name)),
  );
  const keep = (docs: Docs): Docs => ({
    ...docs,
    links: docs.links?.map((link) => ({
      ...link,
      call: kept.has(link.call ?? "") ? link.call : undefined,
    })),
  });
  return files.map((file) => ({
    ...file,
    operations: file.operations.map(({ docs, streamed, ...others }) => ({
      ...others,
      docs: keep(docs),
      streamed: streamed && { ...streamed, docs: keep(streamed.docs) },
    })),
  }));
}
