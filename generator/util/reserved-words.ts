/** Words that cannot name a function or a type of a module (ECMA-262 §12.7.2, TypeScript's own types). */
export const reservedWords: ReadonlySet<string> = new Set(
  `any arguments await bigint boolean break case catch class const continue debugger default delete do
   else enum eval export extends false finally for function if implements import in instanceof
   interface let never new null number object package private protected public return static string
   super switch symbol this throw true try typeof undefined unknown var void while with yield`
    .trim()
    .split(/\s+/),
);
