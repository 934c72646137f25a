/** What is inside these Liquid blocks is not for the reader. */
const silentBlocks = new Set(['comment'])

/**
 * Takes Liquid's tags `{% … %}` and outputs `{{ … }}` out of a post, as Jekyll would replace them before it reads the
 * Markdown. What lies between `{% raw %}` and `{% endraw %}` stays as it is. Linear in the length.
 */
export function stripLiquid(text: string): string {
  const opening = /\{[%{]/g
  /** Per kind of end: whether another one follows at all, so that unclosed openings cost no further search. */
  const exhausted = new Set<string>()
  const find = (end: string, from: number): number => {
    if (exhausted.has(end)) return -1
    const at = text.indexOf(end, from)
    if (at === -1) exhausted.add(end)
    return at
  }
  let kept = ''
  let from = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const isTag = match[0] === '{%'
    const end = find(isTag ? '%}' : '}}', match.index + 2)
    if (end === -1) continue
    const name = isTag ? tagName(text.slice(match.index + 2, Math.min(end, match.index + 42))) : ''
    kept += text.slice(from, match.index)
    from = end + 2
    if (name === 'raw' || silentBlocks.has(name)) {
      const block = findBlockEnd(text, name, from)
      if (name === 'raw') kept += text.slice(from, block.from)
      from = block.to
    }
    opening.lastIndex = from
  }
  return kept + text.slice(from)
}

const tagName = (inside: string): string => /^-?\s*(\w+)/.exec(inside)?.[1] ?? ''

/** A block that is never closed runs to the end. */
function findBlockEnd(text: string, name: string, from: number): { from: number; to: number } {
  const ending = new RegExp(`\\{%-?\\s{0,20}end${name}\\s{0,20}-?%\\}`, 'g')
  ending.lastIndex = from
  const match = ending.exec(text)
  return match ? { from: match.index, to: ending.lastIndex } : { from: text.length, to: text.length }
}
