/**
 * The Markdown parser takes time in the square of the marks of emphasis and brackets in one paragraph, and a stack frame
 * for each level of quoting. No writer comes near these limits; texts made to stop a parser do.
 */
const maxMarksPerParagraph = 1000
const maxQuoteDepth = 20

const mark = /[*_~[\]`]+/g

/** The same text, where a paragraph with too many marks is cut at line ends, and a line with too many loses them. Linear. */
export function calmMarkdown(markdown: string): string {
  let marks = 0
  const lines: string[] = []
  for (const line of markdown.split('\n')) {
    const shallow = limitQuotes(line)
    const count = shallow.match(mark)?.length ?? 0
    if (shallow.trim() === '') marks = 0
    else if (marks > 0 && marks + count > maxMarksPerParagraph) {
      lines.push('')
      marks = 0
    }
    const isTooMuch = count > maxMarksPerParagraph
    if (!isTooMuch) marks += count
    lines.push(isTooMuch ? shallow.replace(mark, '') : shallow)
  }
  return lines.join('\n')
}

function limitQuotes(line: string): string {
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const character = line[at]
    if (character === '>') depth += 1
    else if (
      character !== ' ' &&
      character !== '\t' &&
      character !== '-' &&
      character !== '*' &&
      character !== '+'
    )
      break
    if (depth > maxQuoteDepth) return line.slice(0, at) + line.slice(at).replace(/^[>\s*+-]+/, '')
  }
  return line
}
