/** Lines of a text under any of the three line ends, without them; linear, and nothing is copied but the lines. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/u)
}
