import { reservedWords } from "../../util/reserved-words.ts";

/** Claims names, each once. */
export interface Registry {
  /** The first of the suggestions that is free, else the last with the first free number after it. */
  claim(suggestions: readonly string[]): string;
  isFree(name: string): boolean;
}

/** @param fold what names are compared by: file systems that ignore case need names that differ otherwise */
export function createRegistry(
  reserved: Iterable<string>,
  fold: (name: string) => string = (name) => name,
): Registry {
  const taken = new Set([...reserved].map(fold));
  const isFree = (name: string): boolean => !taken.has(fold(name));
  return {
    isFree,
    claim(suggestions) {
      const free = suggestions.find((name) => name !== "" && isFree(name));
      const name = free ?? numbered(suggestions.at(-1) || "Unnamed", isFree);
      taken.add(fold(name));
      return name;
    },
  };
}

function numbered(base: string, isFree: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const name = `${base}${number}`;
    if (isFree(name)) return name;
  }
}

/** What emitted modules use of the language, the platform and the runtime: no type may hide it. */
export const reservedNames: readonly string[] = [
  ...reservedWords,
  // A module that exports it is taken for a promise by `import()` (ECMA-262 §27.2.1.3.2).
  "then",
  // Parameters of every emitted function, which would hide it from itself.
  ..."client params options".split(" "),
  ..."Array AsyncIterable Blob Exclude Omit Promise Readonly Record ReadonlyArray String Number Boolean Object".split(
    " ",
  ),
  // templates/runtime/index.ts, and the emitted client.ts.
  ..."AnswerStatus ApiError BasicCredential Binary Call CallOptions Client ClientFeature ClientOptions CreateClientOptions Credential ErrorOf Fetch HookedRequest HttpStatus OtherStatus PageFailure PageOptions PageToken PartWithHeaders PaginationError PaginationErrorReason Paginator RangeStatus RedirectOptions RequestAttempt RequestError RequestErrorReason RequestHooks RequestOptions RequestTransport Result ResumeOptions RetryPolicy ServerSentEvent StreamedFile TypedHeaders TypedResponse UnionShape Unrecognized UnrecognizedNumber Untagged".split(
    " ",
  ),
  ..."byteCap createClient hooks idempotencyKeys isApiError isErrorOf isPaginationError isRequestError pageFailure redirects resumeEvents resumeToken tokenRefresh".split(
    " ",
  ),
];
