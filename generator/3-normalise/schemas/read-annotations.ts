import type { Annotations } from "../../ir/schema-graph.ts";
import type { Json } from "../../ir/source.ts";
import { compact } from "../../util/compact.ts";
import { boolean, own, string } from "../read.ts";

/** What a schema says to people; 3.0's `example` is one of 2020-12's `examples`. */
export function readAnnotations(value: Json): Annotations {
  const example = own(value, "example");
  const examples = own(value, "examples");
  const list = [
    ...(Array.isArray(examples) ? examples : []),
    ...(example === undefined ? [] : [example]),
  ];
  return compact<Annotations>({
    title: string(own(value, "title")),
    description: string(own(value, "description")),
    deprecated: boolean(own(value, "deprecated")),
    readOnly: boolean(own(value, "readOnly")),
    writeOnly: boolean(own(value, "writeOnly")),
    default: own(value, "default"),
    examples: list.length > 0 ? distinct(list) : undefined,
  });
}

const distinct = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
