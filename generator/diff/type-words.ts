import { typeText } from "../6-emit/type-text.ts";
import type { TypeExpr } from "../ir/declaration-plan.ts";

/** How much of a type is shown. */
const limit = 120;

/** A type as it is written in the client, cut where it is long. */
export function typeWords(type: TypeExpr): string {
  const text = printed(type);
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** What two types that are compared are, for a finding about them. */
export const wordsOf = <Direction>(question: {
  readonly direction: Direction;
  readonly old: TypeExpr;
  readonly new: TypeExpr;
}) => ({
  direction: question.direction,
  before: typeWords(question.old),
  after: typeWords(question.new),
});

/** A type's whole text: types of the same text are the same type of one client. */
export const printed = (type: TypeExpr): string =>
  typeText(type, ({ name }) => name);
