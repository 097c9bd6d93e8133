import type { Origin } from "../diagnostics/origin.ts";

/** Property names from a body, or from `params`, downwards. */
export type PagePath = readonly string[];

/** Where a page says something: in its body, or in a header of this name. */
export type PagePlace = PagePath | string;

/** What says whether counted pages go on, the first that is there (templates/runtime/page-end.ts). */
export interface PageEnds {
  readonly more?: PagePlace | undefined;
  readonly last?: PagePlace | undefined;
  /** Something as long as there is a next page, whatever it is. */
  readonly next?: PagePlace | undefined;
  readonly total?: PagePlace | undefined;
  /** The parameter of the page size, where a shorter page is the last. */
  readonly size?: string | undefined;
}

/** A value by which a page says that it is the last, whatever token is beside it. */
export interface PageEndValue<Place = PagePlace> {
  readonly at: Place;
  readonly is: string;
}

/** How the pages of an operation follow each other, as it is emitted. `items` is empty where the body is the array. */
export type PageRule = {
  readonly items: PagePath;
  /** Key in `params` of the flag that turns pages on. */
  readonly on?: string | undefined;
  /** Whether a page is XML: its paths are names of elements in the root, and it is its own one item. */
  readonly xml?: true | undefined;
} & (
  | {
      readonly style: "cursor";
      readonly parameter: PagePath;
      readonly next: PagePlace;
      readonly more?: PagePlace | undefined;
      readonly end?: PageEndValue | undefined;
      /** Whether the token may stand in the URL of the next page, as the value of the parameter. */
      readonly inUrl?: true | undefined;
    }
  | ({
      readonly style: "offset";
      readonly parameter: PagePath;
      readonly first?: number | undefined;
      readonly current?: PagePlace | undefined;
      readonly count?: PagePlace | undefined;
    } & PageEnds)
  | ({
      readonly style: "page";
      readonly parameter: PagePath;
      readonly first?: number | undefined;
      readonly current?: PagePlace | undefined;
      readonly pages?: PagePlace | undefined;
    } & PageEnds)
  | {
      readonly style: "url";
      readonly next: PagePlace;
      readonly byGet?: boolean | undefined;
      /** Query parameters that carry credentials. */
      readonly keep: readonly string[];
    }
  | { readonly style: "link"; readonly keep: readonly string[] }
  | {
      readonly style: "last-item";
      readonly parameter: PagePath;
      readonly id: PagePath;
      readonly more?: PagePlace | undefined;
    }
);

/** Property names joined by dots, or one by one where a name has a dot in it. */
export type WrittenPath = string | readonly string[];

/** In the body, or in a header. */
export type WrittenPlace = WrittenPath | { readonly header: string };

interface WrittenEnds {
  /** A boolean that is `false` at the end. */
  readonly more?: WrittenPlace;
  /** A boolean that is `true` at the end. */
  readonly last?: WrittenPlace;
  /** What is there, and not null or empty, as long as there is a next page. */
  readonly next?: WrittenPlace;
  /** How many items there are on all pages. */
  readonly total?: WrittenPlace;
  /** The parameter of the page size, if a page of fewer items is the last. Mind servers that cap the size. */
  readonly size?: string;
}

/**
 * How the pages of an operation follow each other, as someone says it: the config, an overlay, an extension.
 * A `parameter` is a key of `params`, or stands in the body (`body.page.cursor`). All other paths begin at
 * the body of the response; `items` may be left out where only one array can be meant, and is `[]`
 * where the body is the array. Of pages in XML, which are given as text, a path is the name of an element in the
 * root, and each page is one item, whose path is left out. It is held against the description.
 */
export type DeclaredRule =
  /** A page brings the token of the next one. */
  | {
      readonly style: "cursor";
      readonly parameter: WrittenPath;
      readonly next: WrittenPlace;
      readonly more?: WrittenPlace;
      /** Of a token that never ends: a text of the page by which it says that it is the last. */
      readonly end?: PageEndValue<WrittenPath>;
      readonly items?: WrittenPath;
    }
  /** A page begins after so many items. */
  | ({
      readonly style: "offset";
      readonly parameter: WrittenPath;
      /** The offset of the first item. Default 0. */
      readonly first?: number;
      /** Where a page says its own offset. */
      readonly current?: WrittenPlace;
      readonly items?: WrittenPath;
    } & WrittenEnds)
  /** Pages are numbered. */
  | ({
      readonly style: "page";
      readonly parameter: WrittenPath;
      /** The number of the first page. Default 1. */
      readonly first?: number;
      /** Where a page says its own number. */
      readonly current?: WrittenPlace;
      /** How many pages there are. */
      readonly pages?: WrittenPlace;
      readonly items?: WrittenPath;
    } & WrittenEnds)
  /** A page brings the URL of the next one, whole or relative. */
  | {
      readonly style: "url";
      readonly next: WrittenPlace;
      /** Later pages are asked for by GET, whatever the first one was. */
      readonly byGet?: boolean;
      readonly items?: WrittenPath;
    }
  /** A page has a `Link` header with `rel="next"` (RFC 8288). */
  | { readonly style: "link"; readonly items?: WrittenPath }
  /** A page begins after the last item of the one before. */
  | {
      readonly style: "last-item";
      readonly parameter: WrittenPath;
      /** From the item down. */
      readonly id: WrittenPath;
      /** Without it, an empty page is the end. */
      readonly more?: WrittenPlace;
      readonly items?: WrittenPath;
    }
  /** No pages, whatever looks like some. */
  | { readonly style: "none" };

/** A rule, who says it, and where. */
export interface DeclaredPages {
  /** The name of the extension, or "the config". */
  readonly by: string;
  readonly origin: Origin;
  /** Or in words, why it cannot be read. */
  readonly rule: DeclaredRule | string;
  /** Whether its own tools pass over a rule that does not fit, too: then we say so, and look for ourselves. */
  readonly isLoose: boolean;
}
