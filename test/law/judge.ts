import { Ajv2020 } from "ajv/dist/2020.js";
import { asResolved } from "./as-resolved.ts";
import { restrictedVariants, type GeneratedUnion } from "./schema.ts";
import { componentsOf } from "./whole.ts";

/** Says of a value which variants it is valid for, by their places in the union. */
export type Judge = (value: unknown) => readonly number[];

const ajv = new Ajv2020({
  strict: false,
  validateFormats: false,
  validateSchema: false,
  addUsedSchema: false,
  ownProperties: true,
  messages: false,
  code: { optimize: false },
});

/** JSON Schema's own verdict. `format` annotates only, as 2020-12 §7.2.1 has it by default. */
export function judgeOf(union: GeneratedUnion): Judge {
  const components = componentsOf(union);
  const checks = restrictedVariants(union).map((variant) => {
    const resolved = asResolved(variant, components);
    return ajv.compile(withoutProto(resolved));
  });
  return (value) => {
    const judged = withoutProto(value);
    return checks.flatMap((check, index) => (check(judged) ? [index] : []));
  };
}

/** Ajv passes over a property called `__proto__`; by another name of that length it does not. */
const withoutProto = <T>(value: T): T => {
  const text = JSON.stringify(value);
  return text.includes(proto)
    ? (JSON.parse(text.replaceAll(proto, "qqprotoqq")) as T)
    : value;
};

const proto = "__proto__";
