import { child, type Origin } from "../../generator/diagnostics/origin.ts";

/** A value of a description that its client has to have as it is, and where it stands. */
export interface DocumentValue {
  readonly pointer: string;
  readonly value: string | number;
}

/** Literals and constants, names of properties and parameters, and paths. */
export function documentValues(document: unknown): readonly DocumentValue[] {
  const found: DocumentValue[] = [];
  const add = (value: unknown, { pointer }: Origin): void => {
    if (typeof value === "string" || typeof value === "number")
      found.push({ value, pointer });
  };
  const visit = (value: unknown, origin: Origin): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      // Of the servers only the first makes code.
      if (key === "servers") continue;
      const at = child(origin, key);
      const inside = Object.entries(Object(member) as object);
      if (key === "enum")
        for (const [index, each] of inside) add(each, child(at, index));
      if (key === "const") add(member, at);
      if (key === "properties")
        for (const [name] of inside) add(name, child(at, name));
      if (key === "parameters" && Array.isArray(member))
        for (const [index, { name }] of member.entries())
          add(name, child(at, index));
      // A fragment is never sent.
      if (origin.pointer === "" && key === "paths")
        for (const [path] of inside)
          add(path.replace(/#.*/s, ""), child(at, path));
      visit(member, at);
    }
  };
  visit(document, { source: "", pointer: "" });
  return found;
}
