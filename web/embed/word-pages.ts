/** The words of a recording in pages of a few lines, so that text stands still while it is spoken. */

export interface TimedCue {
  startMs: number
  endMs: number
  speaker: string | null
  text: string
}

export interface WordPage {
  startMs: number
  /** Of the first cue. */
  speaker: string | null
  cues: TimedCue[]
}

const maxPageLength = 240

/** Whole cues of [fromMs, toMs), in order; a new page where one is full and where another one begins to speak. */
export function cutWordPages(cues: readonly TimedCue[], fromMs: number, toMs: number): WordPage[] {
  const pages: WordPage[] = []
  let length = 0
  for (const cue of cues) {
    if (cue.endMs <= fromMs || cue.startMs >= toMs) continue
    const page = pages.at(-1)
    if (page && page.cues.at(-1)?.speaker === cue.speaker && length + cue.text.length <= maxPageLength) {
      page.cues.push(cue)
      length += cue.text.length
    } else {
      pages.push({ startMs: cue.startMs, speaker: cue.speaker, cues: [cue] })
      length = cue.text.length
    }
  }
  return pages
}

/** The page that is spoken at `positionMs`: the last that has begun, before all of them the first. */
export function findPage(pages: readonly WordPage[], positionMs: number): WordPage | null {
  return pages.findLast(({ startMs }) => startMs <= positionMs) ?? pages[0] ?? null
}

/** The cue that is spoken, or was last, at `positionMs`; null before the first. */
export function findCue({ cues }: WordPage, positionMs: number): TimedCue | null {
  return cues.findLast(({ startMs }) => startMs <= positionMs) ?? null
}
