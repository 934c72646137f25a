/** Who steps back within this much of a chapter's beginning means the one before. */
const lateMs = 3000

interface Chapter {
  readonly startMs: number
}

/** The chapter that is being heard: the last one that began; -1 before the first. */
export const chapterAt = (chapters: readonly Chapter[], positionMs: number): number =>
  chapters.findLastIndex(({ startMs }) => startMs <= positionMs)

/** Where the step leads: back to the beginning of this chapter or to the one before, on to the next; null at the last. */
export function stepChapterMs(chapters: readonly Chapter[], positionMs: number, step: -1 | 1): number | null {
  const current = chapterAt(chapters, positionMs)
  if (step === 1) return chapters[current + 1]?.startMs ?? null
  const startMs = chapters[current]?.startMs ?? 0
  return positionMs - startMs > lateMs ? startMs : (chapters[current - 1]?.startMs ?? 0)
}
