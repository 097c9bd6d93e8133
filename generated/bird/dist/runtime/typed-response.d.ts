// Generated from the runtime of telltale. Do not edit.

/**
 * Headers of a response, the documented ones with their types. `get` may give `null` for any of them: a
 * browser shows no header of another origin that the server does not expose (Fetch §3.3.5).
 */
export interface TypedHeaders<Known extends object = {}> extends Headers {
  get<Name extends keyof Known & string>(name: Name): Known[Name] | null;
  get(name: string): string | null;
}
export interface TypedResponse<Known extends object = {}> extends Response {
  readonly headers: TypedHeaders<Known>;
}
