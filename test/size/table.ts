import { github, type Row } from "./rows.ts";

/** What was measured, in Markdown. */
export function tableText(lines: readonly string[]): string {
  return [
    "# What an application ships",
    "",
    "Bytes of `createClient` and an operation, bundled and minified by esbuild, then gzipped. Written by",
    "`npm run size -- --update`; the tests fail where it is stale for the vendored clients, or over its budget.",
    `GitHub's description is measured where it is given: \`npm run size -- <generated/api.github.com.json of ${github.package}>\`.`,
    "",
    "| client | bundled | exports | bytes | budget |",
    "| --- | --- | --- | ---: | ---: |",
    ...lines,
    "",
  ].join("\n");
}

/** One row of the table. */
export const line = ({ client, what, names, size, budget }: Row): string =>
  `| ${client} | ${what} | ${names.map((name) => `\`${name}\``).join(", ")} | ${size} | ${budget} |`;

/** The rows of a table that are about GitHub, as they stand. */
export const githubLines = (table: string): readonly string[] =>
  table.split("\n").filter((each) => each.startsWith(`| ${github.package} `));

/** What is wrong with the rows, one line for each. */
export function faults(rows: readonly Row[], table: string): readonly string[] {
  return rows.flatMap((row) => [
    ...(table.split("\n").includes(line(row))
      ? []
      : [`stale: ${line(row)}; npm run size -- --update`]),
    ...(row.size > row.budget ? [`over its budget: ${line(row)}`] : []),
  ]);
}
