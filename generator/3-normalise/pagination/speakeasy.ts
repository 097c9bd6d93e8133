import type { Json } from "../../ir/source.ts";
import { compact } from "../../util/compact.ts";
import { own, string } from "../read.ts";
import { fromJsonPath } from "./paths.ts";
import type { RuleReader } from "./read-declared-pages.ts";

/** `x-speakeasy-pagination`: a type, inputs by role, outputs by JSONPath. */
export const readSpeakeasy: RuleReader = (value) => {
  const outputs = own(value, "outputs");
  const output = (name: string) => {
    const text = string(own(outputs, name));
    return text === undefined ? undefined : fromJsonPath(text);
  };
  const items = output("results");
  const inputs = own(value, "inputs");
  const input = (role: string): readonly string[] | undefined => {
    const found = (Array.isArray(inputs) ? inputs : []).find(
      (each: Json) => own(each, "type") === role,
    );
    const name = string(own(found, "name"));
    if (name === undefined) return undefined;
    return own(found, "in") === "requestBody" ? ["body", name] : [name];
  };
  switch (own(value, "type")) {
    case "offsetLimit": {
      const page = input("page");
      const offset = input("offset");
      const pages = output("numPages");
      if (page !== undefined)
        return compact({
          style: "page" as const,
          parameter: page,
          pages,
          items,
        });
      return offset === undefined
        ? 'no input is of type "offset" or "page"'
        : compact({ style: "offset" as const, parameter: offset, items });
    }
    case "cursor": {
      const parameter = input("cursor");
      if (parameter === undefined) return 'no input is of type "cursor"';
      const written = string(own(outputs, "nextCursor")) ?? "";
      const [, list, rest] =
        /^(.*)\[(?:-1|\(@\.length-1\))\](.*)$/.exec(written) ?? [];
      const id = rest === undefined ? undefined : fromJsonPath(`$${rest}`);
      if (list !== undefined && id !== undefined)
        return compact({
          style: "last-item" as const,
          parameter,
          id,
          items: items ?? fromJsonPath(list),
        });
      const next = output("nextCursor");
      return next === undefined
        ? "outputs.nextCursor is no path to one value"
        : compact({ style: "cursor" as const, parameter, next, items });
    }
    case "url": {
      const next = output("nextUrl");
      return next === undefined
        ? "outputs.nextUrl is no path to one value"
        : compact({ style: "url" as const, next, items });
    }
    default:
      return "its type is none of offsetLimit, cursor and url";
  }
};
