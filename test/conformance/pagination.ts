import type { GenerateOptions } from "../../generator/options.ts";

/**
 * What the config says of pages, by description: TypeSpec's `@nextLink` says that a property is the URL of the next
 * page, and OpenAPI has no word for it. From what each scenario documents of its operation.
 */
export const pagination: Readonly<
  Record<string, NonNullable<GenerateOptions["pagination"]>>
> = {
  "payload/pageable": {
    ServerDrivenPagination_link: { style: "url", next: "next" },
    ServerDrivenPagination_linkString: { style: "url", next: "next" },
    ServerDrivenPagination_nestedLink: {
      style: "url",
      next: "nestedNext.next",
      items: "nestedItems.pets",
    },
    // "Initial POST request followed by GET for next pages."
    AlternateInitialVerb_post: { style: "url", next: "next", byGet: true },
    XmlPagination_listWithNextLink: { style: "url", next: "NextLink" },
  },
};
