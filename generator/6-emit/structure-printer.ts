import {
  IndentationText,
  Project,
  type CodeBlockWriter,
  type OptionalKind,
  type SourceFileStructure,
} from "ts-morph";

/** What `createSourceFile` prints a structure with, before it parses what it printed. */
interface Internals {
  readonly _context: {
    readonly structurePrinterFactory: {
      forSourceFile(options: { readonly isAmbient: boolean }): {
        printText(
          writer: CodeBlockWriter,
          structure: OptionalKind<SourceFileStructure>,
        ): void;
      };
    };
  };
}

/**
 * Prints source files by ts-morph. Its public way, `createSourceFile`, parses every file once more into a
 * tree that nobody asks here: as long again as printing. Its printer has no public name, hence the pinned
 * version.
 */
export function structurePrinter(): (
  structure: OptionalKind<SourceFileStructure>,
) => string {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    // As Prettier has it.
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const { structurePrinterFactory } = (project as unknown as Internals)
    ._context;
  const printer = structurePrinterFactory.forSourceFile({ isAmbient: false });
  return (structure) => {
    const writer = project.createWriter();
    printer.printText(writer, structure);
    return writer.toString();
  };
}
