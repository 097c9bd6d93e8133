/**
 * Claims names, each once. Names that differ only in case count as one: file systems and readers
 * confuse them.
 */
export interface Registry {
  /** The first of the suggestions that is free, else the last with the first free number after it. */
  claim(suggestions: readonly string[]): string;
  isFree(name: string): boolean;
}

export function createRegistry(reserved: Iterable<string>): Registry {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  return {
    isFree: (name) => !taken.has(name.toLowerCase()),
    claim(suggestions) {
      const free = suggestions.find(
        (name) => name !== "" && !taken.has(name.toLowerCase()),
      );
      const name = free ?? numbered(suggestions.at(-1) || "Unnamed", taken);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

function numbered(base: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const name = `${base}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Words that cannot be the name of a function or a type (ECMA-262 §12.7.2, and TypeScript's). */
export const keywords: ReadonlySet<string> = new Set(
  `abstract any as asserts async await bigint boolean break case catch class const continue debugger
   declare default delete do else enum eval export extends false finally for from function get global
   if implements import in infer instanceof interface is keyof let module namespace never new null
   number object of package private protected public readonly require return satisfies set static
   string super switch symbol this throw true try type typeof undefined unique unknown using var void
   while with yield arguments`
    .trim()
    .split(/\s+/),
);

/** What emitted modules use of the language, the platform and the runtime: no type may hide it. */
export const reservedNames: readonly string[] = [
  ...keywords,
  ..."Array Blob Exclude Omit Promise Readonly Record ReadonlyArray String Number Boolean Object".split(
    " ",
  ),
  // templates/runtime/index.ts, and the emitted client.ts.
  ..."ApiError BasicCredential Binary Call Client ClientOptions CreateClientOptions Credential ErrorOf Fetch HttpStatus OtherStatus PageFailure PageOptions PageToken PartWithHeaders PaginationError PaginationErrorReason Paginator RangeStatus RequestError RequestErrorReason RequestOptions Result RetryPolicy UnionShape Unrecognized UnrecognizedNumber Untagged".split(
    " ",
  ),
  ..."createClient isApiError isErrorOf isPaginationError isRequestError pageFailure resumeToken".split(
    " ",
  ),
];
