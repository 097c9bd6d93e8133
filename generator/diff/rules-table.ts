import { rules, type Judgement, type Rule } from "./rules.ts";

/** RULES.md: the table of judgements, from the data that the comparison uses. */
export function rulesTable(): string {
  const rows = Object.entries<Rule>(rules).map(([change, rule]) => {
    const cells =
      "always" in rule
        ? [judgementWords(rule.always), judgementWords(rule.always)]
        : [judgementWords(rule.received), judgementWords(rule.sent)];
    return `| \`${change}\` | … ${rule.words} | ${cells.join(" | ")} |`;
  });
  return `# What \`telltale diff\` judges, and how

This table is \`rules.ts\` as text; a test keeps it so, and another holds each row against the type-checker.
Breaking: some caller's code stops compiling, or fails where it did not. Unknown: it depends on what callers do, or
could not be decided. Widening: code with a default branch is safe, code that is exhaustive stops compiling.
Compatible: no caller notices.

A type used in both directions is judged in both, as the worse of them; one that no operation leads to is judged
as received. The version is the highest that a row asks for: breaking and unknown ask for a major one, widening for
a minor one.

| change | said as | in what is received | in what is sent |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

const judgementWords = ({ level, semver, because }: Judgement): string =>
  `**${level}**${level === "compatible" ? ` (${semver})` : ""}: ${because}`;
