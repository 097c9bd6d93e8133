import { generate, type GenerateCall, type Generated } from "../generate.ts";
import { keepFiles } from "./keep-files.ts";
import { inRounds, type Watching } from "./rounds.ts";
import { watchedFiles } from "./watched-files.ts";

/**
 * Compiles a description, and again whenever one of the files that it was made from changes: itself, what it refers
 * to, overlays, the tsconfig in force. Errors in it are results, too. A URL is read once.
 */
export function watch(
  input: string,
  call: GenerateCall,
  onGenerated: (generated: Generated) => void | Promise<void>,
): Watching {
  let files: ReadonlySet<string> | undefined;
  return inRounds(async () => {
    const generated = await generate(input, call);
    await onGenerated(generated);
    const found = watchedFiles(input, generated, call);
    return (files = keepFiles(found, files, generated.ok));
  });
}
