import type {
  InterfaceDeclaration,
  PropertyPlan,
} from "../ir/declaration-plan.ts";
import { answersByStatus } from "./answers-by-status.ts";
import { interfaceAtom } from "./atoms.ts";
import { compareObjects, fieldAt } from "./compare-objects.ts";
import { compareTypes } from "./compare-types.ts";
import type { At, Comparison } from "./comparison.ts";
import type { Side } from "./side.ts";

/** Webhooks and callbacks: what arrives is received, and what it is answered is sent. */
export function compareIncoming(comparison: Comparison): void {
  const now = incomingOf(comparison.new);
  for (const [name, was] of incomingOf(comparison.old)) {
    const is = now.get(name);
    if (is !== undefined) compareExchange(was, is, comparison);
  }
  compareWebhooks(comparison);
}

/** Their interfaces, by name. */
const incomingOf = ({
  types,
}: Side): ReadonlyMap<string, InterfaceDeclaration> =>
  new Map(
    [...types].flatMap(([name, type]) =>
      type.kind === "interface" && type.incoming !== undefined
        ? [[name, type] as const]
        : [],
    ),
  );

const answer = "response";

function compareExchange(
  was: InterfaceDeclaration,
  is: InterfaceDeclaration,
  comparison: Comparison,
): void {
  const { name } = was.name;
  comparison.meet(name, name, "received");
  const at: At = { subject: name, old: was.incoming, new: is.incoming };
  const arrives = (of: InterfaceDeclaration, side: Side) => {
    const atom = interfaceAtom(of, side);
    const properties = new Map(atom.properties);
    properties.delete(answer);
    return { ...atom, properties };
  };
  compareObjects(
    arrives(was, comparison.old),
    arrives(is, comparison.new),
    { at, direction: "received" },
    comparison,
  );
  const old = fieldOf(was);
  const now = fieldOf(is);
  const here = fieldAt(at, answer, old, now);
  if (old !== undefined && now !== undefined)
    compareTypes(
      { ...answersByStatus(old.type, now.type), direction: "sent", at: here },
      comparison,
    );
  else if (old !== undefined)
    comparison.report("field-removed", here, { direction: "sent" });
  else if (now !== undefined)
    comparison.report("field-added", here, { direction: "sent" });
}

const fieldOf = ({
  properties,
}: InterfaceDeclaration): PropertyPlan | undefined =>
  properties.find(({ name }) => name === answer);

/** The map of all webhooks, by which tables of handlers are typed. */
function compareWebhooks({ old, new: now, report }: Comparison): void {
  const names = ({ types }: Side): readonly string[] =>
    [...types.values()].flatMap((type) =>
      type.kind === "interface" && type.isWebhookMap === true
        ? type.properties.map(({ name }) => name)
        : [],
    );
  const left = names(old);
  const right = names(now);
  const at = (name: string): At => ({
    subject: `Webhooks["${name}"]`,
    old: originOf(name, old),
    new: originOf(name, now),
  });
  for (const name of left)
    if (!right.includes(name)) report("webhook-removed", at(name));
  for (const name of right)
    if (!left.includes(name)) report("webhook-added", at(name));
}

/** Where the webhook of a name was written. */
function originOf(name: string, { types }: Side) {
  for (const type of types.values()) {
    if (type.kind !== "interface" || type.isWebhookMap !== true) continue;
    const of = type.properties.find((each) => each.name === name)?.type;
    const member = of?.kind === "union" ? of.members[0] : of;
    const found =
      member?.kind === "name" ? types.get(member.name.name) : undefined;
    if (found?.kind === "interface") return found.incoming;
  }
  return undefined;
}
