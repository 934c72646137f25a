/** In one line, at most `maxLength` UTF-16 units, cut between words where there are any. */
export function shortenLine(text: string, maxLength: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= maxLength) return line
  const cut = line.slice(0, maxLength - 1)
  const space = cut.lastIndexOf(' ')
  // A script without spaces is cut where it is, but not through a character.
  const end = space > maxLength / 2 ? space : cut.length
  return `${cut.slice(0, end).replace(/[\ud800-\udbff]$/u, '')}…`
}
