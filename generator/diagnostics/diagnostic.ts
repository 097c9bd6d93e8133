import { catalog, type Code, type ParamsOf } from "./catalog.ts";
import type { Severity } from "./definition.ts";
import type { Origin } from "./origin.ts";

/** One fault or choice, said once: what is wrong, where, what was done about it, what the author can do. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** What the author of the description can do. */
  readonly help: string;
  readonly origin: Origin;
  /** Other places that belong to it, each with a word on why. */
  readonly related: readonly Related[];
}

export interface Related {
  readonly origin: Origin;
  readonly message: string;
}

export const isError = (diagnostic: Diagnostic): boolean =>
  diagnostic.severity === "error";

/** Phases take this one function; they never throw for a fault in a description, and never print. */
export type Report = <C extends Code>(
  code: C,
  origin: Origin,
  params: ParamsOf<C>,
  related?: readonly Related[],
) => void;

/** A report that collects into `sink`, each code once per origin and message. */
export function collect(sink: Diagnostic[]): Report {
  const seen = new Set<string>();
  return (code, origin, params, related = []) => {
    const { severity, message, help } = catalog[code];
    const text = (message as (params: unknown) => string)(params);
    const key = [code, origin.source, origin.pointer, origin.offset, text].join(
      "\n",
    );
    if (seen.has(key)) return;
    seen.add(key);
    sink.push({ code, severity, message: text, help, origin, related });
  };
}
