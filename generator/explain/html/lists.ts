import { allOfWords } from "../all-of-words.ts";
import type { Explanation, UnionExplanation } from "../explanation.ts";
import { sayThemselves, styleNames } from "../outcome-words.ts";
import { markup, type Markup } from "./markup.ts";
import { placeMarkup, titleOf } from "./union-card.ts";

/** Unions of scalars and lists, apart what the JSON type of a value tells. */
export function jsonTypeList(
  unions: readonly UnionExplanation[],
): Markup | undefined {
  const isTyped = ({ telltale }: UnionExplanation) =>
    telltale.by === "jsonType";
  const typed = markup`JSON types
    <small
      >which <code>typeof</code> and <code>Array.isArray</code> tell
      apart</small
    >`;
  const others = markup`Scalars and lists <small>${sayThemselves}</small>`;
  return markup`${valueList(unions.filter(isTyped), "json-types", typed)}${valueList(
    unions.filter((union) => !isTyped(union)),
    "values",
    others,
  )}`;
}

/** Equal ones once, as there may be hundreds. */
function valueList(
  unions: readonly UnionExplanation[],
  id: string,
  heading: Markup,
): Markup | undefined {
  const groups = new Map<string, UnionExplanation[]>();
  for (const union of unions) {
    const key = titleOf(union);
    groups.set(key, [...(groups.get(key) ?? []), union]);
  }
  if (groups.size === 0) return undefined;
  const rows = [...groups].map(([title, [first, ...others]]) => {
    const types = first?.variants.map(({ name }) => name).join(" | ");
    const more = others.length === 0 ? "" : `and ${others.length} more`;
    return markup`<tr data-row>
      <td>
        <code>${title}</code
        >${types === title ? undefined : markup` <span class="fine">${types}</span>`}
      </td>
      <td>
        ${first && placeMarkup(first.place)} <span class="fine">${more}</span>
      </td>
    </tr>`;
  });
  return markup`<section class="list" id="${id}">
    <h2>${heading}</h2>
    <table>
      ${rows}
    </table>
  </section>`;
}

export function allOfList({ allOf }: Explanation): Markup | undefined {
  if (allOf.length === 0) return undefined;
  const rows = allOf.map(
    ({ name, place, effects }) =>
      markup`<tr data-row>
        <td><code>${name ?? "(inline)"}</code></td>
        <td>
          ${effects.map((effect) => markup`<p class="effect ${effect.kind}">${allOfWords(effect)}</p>`)}
        </td>
        <td>${placeMarkup(place)}</td>
      </tr>`,
  );
  return markup`<section class="list" id="all-of">
    <h2>allOf of note <small>${allOf.length}</small></h2>
    <table>
      ${rows}
    </table>
  </section>`;
}

export function pageList({ pages, unpaged }: Explanation): Markup | undefined {
  if (pages.length + unpaged.length === 0) return undefined;
  const found = pages.map(
    ({ name, method, path, place, style, evidence }) =>
      markup`<tr data-row>
        <td>
          <code>${name}</code>
          <p class="fine">${method} ${path}, by ${styleNames[style]}</p>
        </td>
        <td>
          <ul>
            ${evidence.map((words) => markup`<li class="yes">${words}</li>`)}
          </ul>
        </td>
        <td>${placeMarkup(place)}</td>
      </tr>`,
  );
  const open = unpaged.map(
    ({ method, path, place, found: seen, missing, declaration }) =>
      markup`<tr data-row>
        <td><code>${method} ${path}</code></td>
        <td>
          <ul>
            ${seen.map((words) => markup`<li class="yes">${words}</li>`)}${missing.map((words) => markup`<li class="no">${words}</li>`)}
          </ul>
          <code>pagination: { ${declaration} }</code>
        </td>
        <td>${placeMarkup(place)}</td>
      </tr>`,
  );
  return markup`<section class="list" id="pages">
    ${
      found.length === 0
        ? undefined
        : markup`<h2>
              Pages <small>${found.length}, declared or found on both sides</small>
            </h2>
            <table>
              ${found}
            </table>`
    }${
      open.length === 0
        ? undefined
        : markup`<h2>Lists without a rule <small>${open.length}</small></h2>
            <table>
              ${open}
            </table>`
    }
  </section>`;
}
