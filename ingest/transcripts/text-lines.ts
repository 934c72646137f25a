/** Lines of a text under any of the three line ends, without them; linear, and nothing is copied but the lines. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/u)
}

/** Index of the first line after the front matter of Markdown; 0 without any. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0
  const end = lines.indexOf('---', 1)
  return end === -1 ? 0 : end + 1
}
