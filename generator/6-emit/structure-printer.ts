import {
  IndentationText,
  Project,
  type CodeBlockWriter,
  type OptionalKind,
  type SourceFileStructure,
  type WriterFunction,
} from "ts-morph";

/** What `createSourceFile` prints a structure with, before it parses what it printed. */
interface Internals {
  readonly _context: {
    readonly structurePrinterFactory: {
      forSourceFile(options: { readonly isAmbient: boolean }): FilePrinter;
    };
  };
}

interface FilePrinter extends PartPrinter {
  printText(
    writer: CodeBlockWriter,
    structure: OptionalKind<SourceFileStructure>,
  ): void;
}

/** What the printers of all kinds of structures have in common. */
interface PartPrinter {
  getText(writer: CodeBlockWriter, text: string | WriterFunction): string;
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
  takeTextAsItIs(printer);
  return (structure) => {
    const writer = project.createWriter();
    printer.printText(writer, structure);
    return writer.toString();
  };
}

/**
 * Of a type or a value given as text, ts-morph asks a writer of its own what it would make of it, which is the text: that
 * writer alone is a quarter of all printing.
 */
function takeTextAsItIs(printer: PartPrinter): void {
  const common = ownerOf(printer, "getText") as PartPrinter;
  const { getText } = common;
  common.getText = function (this: PartPrinter, writer, text) {
    return typeof text === "string" ? text : getText.call(this, writer, text);
  };
}

/** The prototype that defines a member, for all that inherit it. */
function ownerOf(value: object, member: string): object {
  if (Object.hasOwn(value, member)) return value;
  const parent = Object.getPrototypeOf(value) as object | null;
  if (parent === null) throw new Error(`internal: ts-morph has no ${member}`);
  return ownerOf(parent, member);
}
