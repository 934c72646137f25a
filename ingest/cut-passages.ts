import type { AdOverride } from '../src/domain/corrections.js'
import type { NormalizedCue, TaggedCue } from '../src/domain/cue.js'
import type { Chapter, Document, Section } from '../src/domain/document.js'
import type { Passage } from '../src/domain/passage.js'
import { dropRepetitions } from './drop-repetitions.js'
import { segmentCues, segmentSections } from './segment-passages.js'
import { withoutChapterLines } from './show-notes.js'
import { tagAds } from './tag-ads.js'

/**
 * What is searched of a document: what was said in an episode or a short and what its notes say, or the sections of a
 * post. Without a transcript the titles of chapters stand for what is said in them; without any text a document is found
 * by its title.
 */
export function cutPassages(
  document: Document,
  cues: readonly NormalizedCue[],
  overrides: AdOverride[],
): Passage[] {
  const { id, chapters, sections, language } = document
  const spoken =
    cues.length > 0 ? tagAds(dropRepetitions(cues).cues, { chapters, overrides }) : chapters.map(toCue)
  const timed = segmentCues(spoken, { documentId: id, chapters, language })
  const notes = timed.length > 0 && chapters.length > 0 ? withoutChapterLines(sections) : sections
  const written = segmentSections(notes, { documentId: id, language })
  const passages = followWith(timed, written)
  return passages.length > 0
    ? passages
    : segmentSections([titleSection(document)], { documentId: id, language })
}

function toCue({ startMs, endMs, title }: Chapter, index: number, chapters: readonly Chapter[]): TaggedCue {
  const nextMs = chapters[index + 1]?.startMs ?? null
  // A chapter that nothing ends is as long as it takes to say its title.
  const lastMs = endMs ?? nextMs ?? startMs + unknownChapterMs
  return {
    startMs,
    endMs: lastMs,
    speaker: null,
    text: title,
    interpolated: false,
    ad: false,
    adReason: null,
  }
}

const unknownChapterMs = 5_000

/** A gap in the numbers parts them: nothing written follows on what was said. What is there word for word is left out. */
function followWith(spoken: readonly Passage[], written: readonly Passage[]): Passage[] {
  const ids = new Set(spoken.map(({ id }) => id))
  const firstOrdinal = spoken.length === 0 ? 0 : spoken.length + 1
  const added = written
    .filter(({ id }) => !ids.has(id))
    .map((passage, index) => ({ ...passage, ordinal: firstOrdinal + index }))
  return [...spoken, ...added]
}

const titleSection = ({ title }: Document): Section => ({
  anchor: '',
  heading: '',
  level: 0,
  text: title,
  quotes: [],
  links: [],
})
