/** One file to be written, its path relative to the output folder, `/` between folders. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}
