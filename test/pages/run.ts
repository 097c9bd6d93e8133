/** `npm run pages`: the rules for pages that are found in the corpus, against the labels of `labels.tsv`. */
import { judgePages, pageScores } from "./score.ts";

const judged = await judgePages();
if (judged !== undefined) {
  console.log(pageScores(judged));
  for (const { label, rule, verdict } of judged) {
    const isShown =
      verdict === "wrong" || (verdict === "missed" && label.sides === "both");
    if (isShown && label.split === "seen")
      console.log(
        `${verdict} ${label.document} ${label.operation}: ${JSON.stringify(rule)} ${label.style} ${label.parameter} ${label.items} ${label.next}`,
      );
  }
}
