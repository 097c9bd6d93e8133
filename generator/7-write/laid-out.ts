/** Columns of a line in Prettier's defaults. */
export const printWidth = 80;

/** Comments stay as they are, and so does an import of one name, however long they are. */
const anyLength =
  /^(?:(?:  )?(?:\/\/.*|\/\*\*(?:.*\*\/)?| \*(?: .*|\/)?)|import (?:type )?\{ \w+ \} from "[^"]+";)$/;

/**
 * Lines of which each stands as Prettier would have it, whatever stands around it, if it is short enough: imports, the
 * head and the end of an interface, properties and aliases whose type has no braces, parentheses or escapes. Nothing in
 * them can be broken, joined or left out. Letters beyond ASCII may be two columns wide.
 */
const code =
  /^(?=[ -~]*$)(?:|import (?:type )?\{ [^{}]+ \} from "[^"]+";|export interface [^{}]+ \{|  [^\s{}()/*\\][^{}()\\]*;|export type \w+ = [^{}()\\]+;|\})$/;

/** Whether a module is laid out as it was printed. Most are: an interface, its comments, and what it imports. */
export const isLaidOut = (text: string): boolean =>
  !text.includes("{\n}") &&
  text
    .split("\n")
    .every(
      (line) =>
        (line.length <= printWidth && code.test(line)) || anyLength.test(line),
    );
