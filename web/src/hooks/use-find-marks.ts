import { useEffect } from 'preact/hooks'
import { formatClock } from '../../../src/domain/time.js'
import type { TextMatch } from '../find-in-text.js'
import { setRangeMarks } from '../player.js'

/** Ticks that stand closer are one to the eye. */
const maxTicks = 400

/** Ticks on the player's time range where the matches are said. @param starts of the lines; Infinity without times */
export function useFindMarks(
  documentId: string,
  words: string,
  matches: readonly TextMatch[],
  starts: readonly number[],
): void {
  useEffect(() => {
    const times = [...new Set(matches.map(({ line }) => starts[line] ?? Infinity))].filter(Number.isFinite)
    const every = Math.max(1, Math.ceil(times.length / maxTicks))
    setRangeMarks(
      documentId,
      times
        .filter((_, index) => index % every === 0)
        .map((positionMs) => ({ positionMs, label: `“${words.trim()}” at ${formatClock(positionMs)}` })),
    )
  }, [documentId, words, matches, starts])
  useEffect(() => () => setRangeMarks(documentId, []), [documentId])
}
