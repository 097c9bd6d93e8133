/** An event of a stream, as far as it says anything. */
export interface ExpectedEvent {
  event?: string;
  data: string;
  id?: string;
  retry?: number;
}

/** HTML §9.2.6, read plainly: for a whole text, and without the code on trial. */
export function readEvents(text: string): readonly ExpectedEvent[] {
  const blocks = text.split(/\r\n\r\n|\n\n|\r\r/).slice(0, -1);
  return blocks.flatMap((block): ExpectedEvent[] => {
    const fields = block.split(/\r\n|\n|\r/).map((line) => {
      const [, name = "", value = ""] =
        /^([^:]*)(?:: ?)?(.*)$/s.exec(line) ?? [];
      return { name, value };
    });
    const values = (wanted: string): readonly string[] =>
      fields.filter(({ name }) => name === wanted).map(({ value }) => value);
    const [event] = values("event").slice(-1);
    const [id] = values("id")
      .filter((each) => !each.includes("\0"))
      .slice(-1);
    const [retry] = values("retry")
      .filter((each) => /^\d+$/.test(each))
      .slice(-1);
    const data = values("data");
    if (data.length === 0) return [];
    return [
      {
        ...(event !== undefined && { event }),
        data: data.join("\n"),
        ...(id !== undefined && { id }),
        ...(retry !== undefined && { retry: Number(retry) }),
      },
    ];
  });
}
