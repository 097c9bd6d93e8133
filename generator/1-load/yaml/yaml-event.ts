/**
 * A YAML document as a list of events (YAML 1.2.2 §3.1.2), whichever parser found them: nodes in the
 * order of the text, keys of a map before their values, `end` after the last item of a list or a map.
 */
export type YamlEvent = (
  | { readonly kind: "map" | "list" | "end" }
  | {
      readonly kind: "scalar";
      /** Escapes and folding undone. */
      readonly text: string;
      /** Neither quoted nor a block: then it may stand for a number and the like. */
      readonly plain: boolean;
      readonly end: number;
    }
  | { readonly kind: "alias"; readonly name: string }
) & {
  /** Where it begins in the text; a node's properties stand before it. */
  readonly offset: number;
  readonly anchor?: string | undefined;
  /** In full: `!!str` is `tag:yaml.org,2002:str`. */
  readonly tag?: string | undefined;
};

export const coreTag = "tag:yaml.org,2002:";
