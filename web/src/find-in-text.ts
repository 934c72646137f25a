/** Finding in a text as a reader does: the words as they were typed, whatever their case, accents and quotes. */

/** From `from` in the text `line` to `to` (exclusive) in the text `lastLine`, in UTF-16 units. */
export interface TextMatch {
  line: number
  from: number
  lastLine: number
  to: number
}

/** A single letter of an alphabet is everywhere; one character of other scripts is a word. */
const tooCommon = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{S}]$/u

export const isFindable = (words: string): boolean => {
  const wanted = words.trim()
  return wanted !== '' && !tooCommon.test(wanted)
}

/**
 * A finder in texts that are read one after the other: a match may begin in one and end in the next. Matches are in
 * order and do not overlap. The texts are folded at the first search, once; a search is linear in them.
 */
export function createTextFinder(texts: readonly string[]): (words: string) => TextMatch[] {
  let folded: FoldedText | null = null
  return (words) => {
    const wanted = foldUnits(words.trim()).folded
    if (wanted === '' || !isFindable(words)) return []
    folded ??= foldTexts(texts)
    const matches: TextMatch[] = []
    let line = 0
    for (
      let at = folded.text.indexOf(wanted);
      at !== -1;
      at = folded.text.indexOf(wanted, at + wanted.length)
    ) {
      line = folded.lineAt(at, line)
      const lastLine = folded.lineAt(at + wanted.length - 1, line)
      matches.push({
        line,
        from: folded.startOf(line, at),
        lastLine,
        to: folded.endOf(lastLine, at + wanted.length - 1),
      })
    }
    return matches
  }
}

interface FoldedText {
  text: string
  /** The text that a position of the folded one is in; searched for from `line` on. */
  lineAt(position: number, line: number): number
  /** Where the character at the position begins, and ends, in the text as written. */
  startOf(line: number, position: number): number
  endOf(line: number, position: number): number
}

function foldTexts(texts: readonly string[]): FoldedText {
  const lines = texts.map(foldUnits)
  const offsets: number[] = []
  let length = 0
  for (const { folded } of lines) {
    offsets.push(length)
    length += folded.length + 1
  }
  const within = (line: number, position: number): number => position - (offsets[line] ?? 0)
  return {
    text: lines.map(({ folded }) => folded).join(' '),
    lineAt(position, line) {
      while (line + 1 < offsets.length && (offsets[line + 1] ?? Infinity) <= position) line += 1
      return line
    },
    startOf: (line, position) => lines[line]?.starts?.[within(line, position)] ?? within(line, position),
    endOf: (line, position) => lines[line]?.ends?.[within(line, position)] ?? within(line, position) + 1,
  }
}

interface FoldedUnits {
  folded: string
  /** Of each folded unit, where what it came from begins and ends; null where every unit is at its own place. */
  starts: number[] | null
  ends: number[] | null
}

/** One unit for one: nothing to unfold. */
const plain = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/

function foldUnits(text: string): FoldedUnits {
  if (plain.test(text)) return { folded: text.toLowerCase(), starts: null, ends: null }
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: written, index } of text.matchAll(/\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const units = foldCharacter(written)
    folded += units
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(index)
      ends.push(index + written.length)
    }
  }
  return { folded, starts, ends }
}

const quotes = new Map([...'‘’‚‛ʼ`´'].map((quote) => [quote, "'"]))
for (const quote of '“”„‟«»') quotes.set(quote, '"')
for (const dash of '‐‑–—') quotes.set(dash, '-')

function foldCharacter(written: string): string {
  if (/^\s/.test(written)) return ' '
  return quotes.get(written) ?? written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
