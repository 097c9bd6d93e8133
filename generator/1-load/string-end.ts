/** The index of the quote that closes the JSON string opened at `start`. */
export function stringEnd(text: string, start: number): number {
  for (
    let end = text.indexOf('"', start + 1);
    end !== -1;
    end = text.indexOf('"', end + 1)
  ) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
