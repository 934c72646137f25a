import type { AdOverride } from '../src/domain/corrections.js'
import type { NormalizedCue, TaggedCue } from '../src/domain/cue.js'
import type { Chapter } from '../src/domain/document.js'
import { findSpokenAds } from './find-spoken-ads.js'

/** `Sponsor`, `Ad break`, `Werbung: …`; not `Fee sponsorship`, `Liquidity advertisements` or `How ads work`. */
const adTitle =
  /^(?:\[(?:ad|sponsor|werbung|anzeige)\]|(?:(?:a (?:quick )?(?:word|message) from |thanks? (?:you )?to )?(?:our |today['’]s |the )?sponsors?(?: (?:break|message|segment|read|spot|block))?|ads?(?: (?:break|read|spot|segment|block))?|advertisements?|adverts?|commercial(?: break)?s?|werb(?:ung|eblock|epause)|anzeigen?|reklame)(?: ?\d{1,2})?\s*(?:$|[:–—|([]|- ))/iu

/**
 * Tells which cues are advertisement. Made for precision: an advertisement that is missed is one odd hit, speech that is
 * tagged wrongly cannot be found. Titles of chapters, then phrases that only sponsors are read with, then the user's
 * overrides, of which a later one wins. A cue counts by where most of it lies. Linear in the text.
 *
 * @param overrides in published times
 */
export function tagAds(
  cues: readonly NormalizedCue[],
  { chapters, overrides }: { chapters: readonly Chapter[]; overrides: readonly AdOverride[] },
): TaggedCue[] {
  const adChapters = chapters.filter((chapter) => adTitle.test(chapter.title.trim()))
  const spoken = findSpokenAds(cues, chapters)
  return cues.map((cue, index) => {
    const override = overrides.findLast((candidate) => holds(candidate, cue))
    if (override !== undefined)
      return { ...cue, ad: override.ad, adReason: override.ad ? 'Marked by hand' : null }
    const chapter = adChapters.find((candidate) => holds(candidate, cue))
    const adReason =
      chapter === undefined ? (spoken.get(index) ?? null) : `In the chapter “${chapter.title.trim()}”`
    return { ...cue, ad: adReason !== null, adReason }
  })
}

function holds(range: { startMs: number; endMs: number | null }, cue: NormalizedCue): boolean {
  if (cue.startMs === null || cue.endMs === null) return false
  const middleMs = (cue.startMs + cue.endMs) / 2
  return range.startMs <= middleMs && middleMs < (range.endMs ?? Infinity)
}
