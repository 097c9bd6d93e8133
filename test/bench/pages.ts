/** Values of every page of `pages.yaml`. */
export interface Kind {
  /** The page's name in the document, and in the client's. */
  readonly name: string;
  /** What each item has of its own, in turn. */
  readonly items: readonly object[];
  /** Whether a decoder has to check values completely before it names them. */
  readonly complete?: boolean;
}

export const kinds: readonly Kind[] = [
  {
    name: "native",
    items: [
      { type: "cat", lives: 9 },
      { type: "dog", barks: true },
    ],
  },
  {
    name: "items",
    items: [
      { events: ["message.received", "message.delivered"] },
      { events: ["call.completed"] },
      { events: ["call.summary.completed"] },
      { events: ["call.transcript.completed"] },
      { events: ["contact.updated", "contact.deleted"] },
      { events: ["task.assigned"] },
    ],
  },
  {
    name: "composite",
    items: [
      { method: "card", status: "paid" },
      { method: "card", status: "failed" },
      { method: "bank", status: "paid" },
      { method: "bank", status: "failed" },
    ],
  },
  {
    name: "nested",
    items: [
      { meta: { action: "created", by: "us" } },
      { meta: { action: "changed" } },
      { meta: { action: "deleted", by: "them" } },
    ],
  },
  {
    name: "presence",
    items: [
      { text: "A few words" },
      { image: "https://example.com/image.png" },
      { rows: ["one", "two"] },
      { quote: "To be", by: "Hamlet" },
    ],
  },
  {
    name: "complete",
    complete: true,
    items: [
      {},
      { salary: 5000, grade: "b", office: { city: "Bern", floor: 2 } },
      { salary: 4000 },
    ],
  },
];

/** A page of about so many bytes, as a server would send it. */
export function pageText({ items }: Kind, bytes: number): string {
  const data: string[] = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const own = items[index % items.length] as object;
    const text = JSON.stringify({ ...base(index), ...own });
    data.push(text);
    length += text.length + 1;
  }
  return `{"data":[${data.join(",")}]}`;
}

/** What every item has: some 400 bytes, the members of a webhook in `specs/quo`. */
const base = (index: number): object => ({
  id: `WH${String(index).padStart(24, "0")}`,
  userId: `US${String(index % 997).padStart(12, "0")}`,
  orgId: `OR${String(index % 97).padStart(12, "0")}`,
  label: `The webhook with the number ${index}`,
  state: index % 7 === 0 ? "disabled" : "enabled",
  url: `https://hooks.example.com/tenants/${index % 997}/webhooks/${index}`,
  key: "c2VjcmV0IGtleSBvZiBmb3J0eS1mb3VyIGxldHRlcnM=",
  createdAt: new Date(1_700_000_000_000 + index * 1000).toISOString(),
  updatedAt: new Date(1_710_000_000_000 + index * 1000).toISOString(),
  deletedAt: null,
});
