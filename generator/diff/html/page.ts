import { createHash } from "node:crypto";
import { markup, raw, type Markup } from "../../explain/html/markup.ts";
import type { Place } from "../../explain/explanation.ts";
import type { Diff, Finding } from "../finding.ts";
import {
  changeWords,
  groupsOf,
  happened,
  levelHelp,
  levelNames,
  placeWords,
  verdictWords,
  type Group,
} from "../finding-words.ts";
import { style } from "./style.ts";

interface Titles {
  readonly old: string;
  readonly new: string;
}

/**
 * One page that needs nothing else: no request and no script. Its policy lets only the style of ours in, whatever a
 * description says, and everything put into it is escaped.
 */
export function diffHtml(diff: Diff, titles: Titles): string {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${raw(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${titles.old} → ${titles.new}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <p class="files">${titles.old} → ${titles.new}</p>
          <h1>${verdictWords(diff)}</h1>
          ${groupsOf(diff).map(group)}
        </main>
      </body>
    </html>`;
  return `${page.text}\n`;
}

const group = ({ level, findings }: Group): Markup =>
  markup`<section class="${level}">
    <h2>
      ${levelNames[level]} <small>${findings.length}, ${levelHelp[level]}</small>
    </h2>
    <ul>
      ${findings.map(card)}
    </ul>
  </section>`;

function card(finding: Finding): Markup {
  const { subject, because } = finding;
  const change = changeWords(finding);
  return markup`<li>
    <p>
      <code>${subject}</code> <span>${happened(finding)}</span>
    </p>
    ${change === undefined ? undefined : markup`<p><code class="change">${change}</code></p>`}
    <p class="fine">${because}</p>
    ${place("old", finding.old)}${place("new", finding.new)}
  </li>`;
}

const place = (side: string, of: Place | undefined): Markup | undefined =>
  of && markup`<p class="place"><b>${side}</b> ${placeWords(of)}</p>`;
