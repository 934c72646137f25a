/**
 * Where the paragraphs of a draft stand, read line by line: a draft is plain text or Markdown, half written, of 100 kB,
 * and a Markdown parser takes a second for that.
 */

export interface DraftBlock {
  /** Half-open [from, to) in UTF-16 units of the draft. */
  from: number
  to: number
  heading: string | null
}

interface Line {
  from: number
  to: number
  text: string
}

/** Text that was wrapped by an editor has no such lines; where there are, each is a paragraph. */
const maxWrappedLength = 160

const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/u
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/u
const fence = /^ {0,12}(`{3,}|~{3,})/u
const listItem = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/u
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u
const indentedCode = /^(?: {4}|\t)/u
/** Definitions of links, and tags of templates, alone on their line. */
const unspoken = /^\s{0,12}(?:\[[^\]^[][^\][]{0,200}\]:\s*\S+.*|\{%[^{}]{0,300}%\}|\{:[^{}]{0,300}\})\s*$/u

/** In order. Linear in the draft. */
export function readBlocks(draft: string): DraftBlock[] {
  return new BlockReader(draft).read()
}

class BlockReader {
  readonly #lines: Line[]
  /** Index of a line; -1 without any. */
  readonly #lastCommentEnd: number
  readonly #blocks: DraftBlock[] = []
  #open: { first: Line; last: Line; lines: number } | null = null
  #heading: string | null = null
  #inList = false

  constructor(draft: string) {
    this.#lines = splitLines(draft)
    this.#lastCommentEnd = this.#lines.findLastIndex(({ text }) => text.includes('-->'))
  }

  read(): DraftBlock[] {
    for (let at = this.#skipFrontMatter(); at < this.#lines.length; at++) at = this.#readLine(at)
    this.#close()
    return this.#blocks
  }

  /** Returns the last line that it took. */
  #readLine(at: number): number {
    const line = this.#lines[at]
    if (!line) return at
    const { text } = line
    const skippedTo = this.#skipUnwritten(at, text)
    if (skippedTo !== null) return skippedTo
    const title = heading.exec(text)?.[1]
    if (title !== undefined) this.#takeHeading(title.replace(/[ \t]+#+[ \t]*$/u, ''))
    else if (this.#open?.lines === 1 && underline.test(text)) {
      const { first } = this.#open
      this.#open = null
      this.#takeHeading(first.text)
    } else if (text.trim() === '' || thematicBreak.test(text) || unspoken.test(text)) this.#close()
    else this.#takeText(line)
    return at
  }

  #takeHeading(text: string): void {
    this.#close()
    this.#inList = false
    this.#heading = text.trim()
  }

  #takeText(line: Line): void {
    const startsItem = listItem.test(line.text)
    if (startsItem) this.#inList = true
    else if (!this.#open && !/^[ \t]/u.test(line.text)) this.#inList = false
    const isWhole = line.to - line.from > maxWrappedLength
    const lastIsWhole = this.#open !== null && this.#open.last.to - this.#open.last.from > maxWrappedLength
    if (startsItem || isWhole || lastIsWhole) this.#close()
    if (this.#open) {
      this.#open.last = line
      this.#open.lines++
    } else this.#open = { first: line, last: line, lines: 1 }
  }

  #close(): void {
    if (this.#open) {
      const { first, last } = this.#open
      const indent = first.text.length - first.text.trimStart().length
      const rest = last.text.length - last.text.trimEnd().length
      this.#blocks.push({ from: first.from + indent, to: last.to - rest, heading: this.#heading })
    }
    this.#open = null
  }

  /** The last line of a fence, a table, a comment or indented code that begins here; null when none does. */
  #skipUnwritten(at: number, text: string): number | null {
    const mark = fence.exec(text)?.[1]
    if (mark !== undefined) {
      this.#close()
      const close = new RegExp(`^ {0,12}${mark.charAt(0)}{${mark.length},}[ \\t]*$`, 'u')
      return this.#findLine(at + 1, (line) => close.test(line)) ?? this.#lines.length - 1
    }
    if (/^\s{0,3}<!--/u.test(text)) {
      this.#close()
      // Without an end it is no comment but its first line: to look for the end of each would be quadratic.
      return at > this.#lastCommentEnd ? at : (this.#findLine(at, (line) => line.includes('-->')) ?? at)
    }
    if (text.includes('|') && this.#isTable(at)) {
      this.#close()
      const after = this.#findLine(at + 2, (line) => !line.includes('|'))
      return (after ?? this.#lines.length) - 1
    }
    if (!this.#open && !this.#inList && indentedCode.test(text) && text.trim() !== '') return at
    return null
  }

  #isTable(at: number): boolean {
    const next = this.#lines[at + 1]?.text ?? ''
    return next.includes('-') && next.includes('|') && delimiterRow.test(next)
  }

  #findLine(from: number, matches: (line: string) => boolean): number | null {
    for (let at = from; at < this.#lines.length; at++) if (matches(this.#lines[at]?.text ?? '')) return at
    return null
  }

  #skipFrontMatter(): number {
    const mark = this.#lines[0]?.text.trimEnd() ?? ''
    if (mark !== '---' && mark !== '+++') return 0
    const end = this.#findLine(1, (line) => line.trimEnd() === mark)
    return end === null ? 0 : end + 1
  }
}

function splitLines(draft: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const match of draft.matchAll(/\r\n|\r|\n/gu)) {
    lines.push({ from, to: match.index, text: draft.slice(from, match.index) })
    from = match.index + match[0].length
  }
  lines.push({ from, to: draft.length, text: draft.slice(from) })
  return lines
}
