import { generate, type GenerateCall, type Generated } from "../generate.ts";
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
  return inRounds(async () => {
    const generated = await generate(input, call);
    await onGenerated(generated);
    return new Set(watchedFiles(generated, call));
  });
}
