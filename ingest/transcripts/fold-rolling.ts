import { readCueText } from './cue-text.js'
import { readClock, type CueTiming } from './cue-timing.js'

/** A cue before its text is read: its lines with their tags. */
export interface Caption {
  timing: CueTiming
  lines: string[]
}

/**
 * Automatic captions roll: every line is shown below the one before it, held there for some milliseconds, and shown
 * again above the next one. Flattened into SubRip, each is there two or three times.
 */

/** YouTube holds a line for 10 ms between two others. */
const maxHoldMs = 100
/** Share of the captions that must plainly roll; in real ones all do but the first and those after a silence. */
const minRollingShare = 0.6
const minRolling = 3
/** Share of those that show a new line below an old one: every second in the files of YouTube. A refrain has none. */
const minGrowingShare = 0.25
/** A file that rolls does so from its beginning: the others are not compared to their end. */
const openingCaptions = 200
/** The longest word: a line stays on the screen for longer than its last word takes when a pause follows. */
const maxWordMs = 1_000
/** Words compared where the lines were joined into one: two lines of captions hold fewer. */
const maxOverlapWords = 40
/** People repeat two words where they falter; three that come again in nearly every caption are a shown line. */
const minOverlapWords = 3
const inlineTime = /<(\d[\d:.]*)>/gu
/** Inside of a line it says that somebody else speaks, as at the beginning of one. */
const innerTurn = /(?<=\S)\s+(?=(?:>>+|(?:&gt;){2,})[\s<])/gu

type Overlap = (before: Caption, caption: Caption) => Fold

interface Fold {
  /** What of the caption was not there before. */
  fresh: string[]
  isRolling: boolean
}

/** Each line once, at the time it appeared, up to its last word where inline times tell it; null when the file does not roll. */
export function foldRolling(captions: readonly Caption[]): Caption[] | null {
  const opening = withText(captions.slice(0, openingCaptions))
  for (const overlap of [byLines, byWords])
    if (foldBy(overlap, opening) !== null) return foldBy(overlap, withText(captions))?.map(tidy) ?? null
  return null
}

const withText = (captions: readonly Caption[]): Caption[] =>
  captions
    .map(({ timing, lines }) => ({ timing, lines: lines.filter((line) => line.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0)

function foldBy(overlap: Overlap, captions: readonly Caption[]): Caption[] | null {
  const folded: Caption[] = []
  let rolling = 0
  let growing = 0
  for (const [index, caption] of captions.entries()) {
    const before = captions[index - 1]
    const { fresh, isRolling } =
      before === undefined ? { fresh: caption.lines, isRolling: false } : overlap(before, caption)
    if (isRolling) rolling += 1
    if (isRolling && fresh.length > 0) growing += 1
    if (fresh.length > 0) folded.push({ timing: caption.timing, lines: fresh })
  }
  const others = captions.length - 1
  const rolls =
    rolling >= minRolling && rolling >= others * minRollingShare && growing >= others * minGrowingShare
  return rolls ? folded : null
}

function tidy({ timing, lines }: Caption): Caption {
  return {
    timing: timeWords(timing, lines),
    lines: lines.flatMap((line) => line.replace(innerTurn, '\n').split('\n')),
  }
}

/** By whole lines: the first lines of a caption are the last ones of the caption before. */
function byLines(before: Caption, caption: Caption): Fold {
  const shown = before.lines.map(plain)
  const lines = caption.lines.map(plain)
  const isHeld = caption.timing.endMs - caption.timing.startMs <= maxHoldMs
  // What is shown for longer shows something new: of a line said twice, the second is.
  const longest = Math.min(shown.length, isHeld ? lines.length : lines.length - 1, maxOverlapWords)
  let common = longest
  while (common > 0 && !repeats(shown, lines, common)) common -= 1
  if (common > 0) return { fresh: caption.lines.slice(common), isRolling: true }
  const isOld =
    lines.length <= maxOverlapWords && lines.length <= shown.length && repeats(shown, lines, lines.length)
  return { fresh: isOld ? [] : caption.lines, isRolling: false }
}

/** By words, where the lines of a caption have become one. */
function byWords(before: Caption, caption: Caption): Fold {
  const shown = before.lines.map(plain).join(' ').split(' ').slice(-maxOverlapWords)
  const words = caption.lines.map(plain).join(' ').split(' ')
  const isHeld = caption.timing.endMs - caption.timing.startMs <= maxHoldMs
  let common = Math.min(shown.length, words.length)
  while (common > 0 && !repeats(shown, words, common)) common -= 1
  const isWhole = common === shown.length || (isHeld && common === words.length)
  if (common === 0 || (common < minOverlapWords && !isWhole))
    return { fresh: caption.lines, isRolling: false }
  const fresh = words.slice(common).join(' ')
  // The same text again for seconds is a refrain, or somebody who insists.
  if (fresh === '' && !isHeld) return { fresh: caption.lines, isRolling: false }
  return { fresh: fresh === '' ? [] : [encode(fresh)], isRolling: true }
}

/** Whether the last `count` of one are the first `count` of the other. */
function repeats(shown: readonly string[], next: readonly string[], count: number): boolean {
  const offset = shown.length - count
  for (let index = 0; index < count; index += 1) if (shown[offset + index] !== next[index]) return false
  return true
}

const plain = (line: string): string =>
  readCueText(line)
    .spans.map(({ text }) => text)
    .join(' ')

/** The text of a cue is decoded later. */
const encode = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Whether inline times say when the words of a line are spoken: recognisers write them for nearly each word. */
export const hasWordTimes = (lines: readonly string[]): boolean =>
  lines.some((line) => /<\d[\d:.]*>/u.test(line))

function timeWords({ startMs, endMs }: CueTiming, lines: readonly string[]): CueTiming {
  let lastMs: number | null = null
  for (const line of lines)
    for (const [, clock = ''] of line.matchAll(inlineTime)) {
      const wordMs = readClock(clock)
      if (wordMs !== null && wordMs >= startMs && wordMs <= endMs) lastMs = Math.max(lastMs ?? 0, wordMs)
    }
  return { startMs, endMs: lastMs === null ? endMs : Math.min(endMs, lastMs + maxWordMs) }
}
