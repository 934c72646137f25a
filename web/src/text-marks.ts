/** Text cut into parts to be rendered as text nodes, so that no markup inside it ever comes alive. */

export interface TextPart {
  text: string
  marked: boolean
}

/** Half-open [from, to) in UTF-16 units. */
export type MarkRange = readonly [from: number, to: number]

/**
 * The parts of text[from, to) in order, joined again the same text. Ranges may overlap, touch, be unsorted or reach
 * outside: what overlaps or touches becomes one mark, what is outside is left out.
 */
export function splitByMarks(
  text: string,
  marks: readonly MarkRange[],
  [from, to]: MarkRange = [0, text.length],
): TextPart[] {
  const parts: TextPart[] = []
  const add = (start: number, end: number, marked: boolean) => {
    if (start >= end) return
    const last = parts.at(-1)
    if (last?.marked === marked) last.text += text.slice(start, end)
    else parts.push({ text: text.slice(start, end), marked })
  }
  const end = Math.min(to, text.length)
  let position = Math.max(0, from)
  for (const [markFrom, markTo] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.min(Math.max(markFrom, position), end)
    const stop = Math.min(markTo, end)
    if (stop <= start) continue
    add(position, start, false)
    add(start, stop, true)
    position = stop
  }
  add(position, end, false)
  return parts
}

/** Words that say nothing about what was asked for. English only: other queries mark a few words too many. */
const silentWords = new Set(
  (
    'a an and are as at be been but by can did do does for from had has have how i if in into is it its me my of on or ' +
    'our out so than that the their them then there these they this to us was we were what when where which who why ' +
    'will with would you your'
  ).split(' '),
)

/** Shorter words are marked only as they are: `net` is not `nets`' neighbour `nettle`. */
const minStemLength = 4
/** Endings like `s`, `ed`, `ing`, `ness`: what two forms of one word may differ by at their end. */
const maxEndingLength = 4

/**
 * The words of `text` that are a form of a word of `query`, in order; case and accents do not matter. A rough likeness
 * of the server's stemming (same beginning, short endings), good enough for the eye. Linear in the text.
 */
export function findWordMarks(text: string, query: string): MarkRange[] {
  const wanted = [...new Set([...words(query)].map(({ folded }) => folded))].filter(
    (word) => !silentWords.has(word),
  )
  if (wanted.length === 0) return []
  const verdicts = new Map<string, boolean>()
  const marks: MarkRange[] = []
  for (const { folded, from, to } of words(text)) {
    const verdict = verdicts.get(folded) ?? wanted.some((word) => areFormsOfOneWord(word, folded))
    verdicts.set(folded, verdict)
    if (verdict) marks.push([from, to])
  }
  return marks
}

function* words(text: string): Generator<{ folded: string; from: number; to: number }> {
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    yield { folded: fold(match[0]), from: match.index, to: match.index + match[0].length }
}

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function areFormsOfOneWord(a: string, b: string): boolean {
  if (a === b) return true
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared += 1
  if (shared < minStemLength) return false
  const endings = [a.slice(shared), b.slice(shared)]
  return endings.every(
    (ending) =>
      ending === '' ||
      (ending.length <= maxEndingLength && /^(e?s|e?d|e?rs?|e|y|ies|ied|ings?|ly|ions?)$/.test(ending)),
  )
}
