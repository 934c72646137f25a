import { createHash } from 'node:crypto'
import type { AdOverride } from '../src/domain/corrections.js'
import type { Cue } from '../src/domain/cue.js'
import type { Chapter, Document, Section, TranscriptOrigin } from '../src/domain/document.js'
import { documentId, segmentationVersion } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Passage } from '../src/domain/passage.js'
import type { Source } from '../src/domain/source.js'
import { dropRepetitions } from './drop-repetitions.js'
import { normalizeCues } from './normalize-cues.js'
import { segmentCues, segmentSections } from './segment-passages.js'
import type { SourceItem } from './sources/source-format.js'
import { tagAds } from './tag-ads.js'
import { judgeTiming } from './timing-trust.js'

/** What was read for one item → the document and its passages. Pure: the same input gives the same passages. */

export interface ItemParts {
  item: SourceItem['document']
  cues: readonly Cue[]
  /** Who wrote the cues; null without any. */
  transcriptOrigin: TranscriptOrigin | null
  /** From the item itself, or from the file of chapters that it names. */
  chapters: Chapter[]
}

export interface BuiltDocument {
  document: Document
  passages: Passage[]
  issues: Issue[]
}

export function buildDocument(
  source: Pick<Source, 'id' | 'guid'>,
  parts: ItemParts,
  overrides: AdOverride[],
): BuiltDocument {
  const { item, cues, chapters } = parts
  const id = documentId(source.guid, item.guid)
  const normalized = normalizeCues(cues, { durationMs: item.durationMs })
  const { timing, reason } = judgeTiming(normalized.cues, {
    durationMs: item.durationMs,
    enclosureUrl: item.enclosure?.url ?? null,
    machine: parts.transcriptOrigin === 'machine',
  })
  const document: Document = {
    ...item,
    id,
    sourceId: source.id,
    chapters,
    transcriptOrigin: parts.transcriptOrigin,
    timing,
    // A post has no times by its nature: nothing to excuse.
    timingReason: item.kind === 'post' ? '' : reason,
    status: 'present',
  }
  return {
    document,
    passages: cutPassages(document, normalized.cues, overrides),
    issues: [...normalized.issues, ...dropRepetitions(normalized.cues).issues],
  }
}

/**
 * What was said in an episode or a short and what its notes say, or the sections of a post. A document without any text
 * is found by its title.
 */
export function cutPassages(
  document: Document,
  cues: ReturnType<typeof normalizeCues>['cues'],
  overrides: AdOverride[],
): Passage[] {
  const { id, chapters, sections, language } = document
  const spoken = segmentCues(tagAds(dropRepetitions(cues).cues, { chapters, overrides }), {
    documentId: id,
    chapters,
    language,
  })
  const written = segmentSections(sections, { documentId: id, language })
  const passages = followWith(spoken, written)
  return passages.length > 0
    ? passages
    : segmentSections([titleSection(document)], { documentId: id, language })
}

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

/**
 * Changes when anything that was read for the item changes, how passages are cut from it, or what the user overrode.
 * The two parts are apart so that an override can be applied without reading the item again.
 */
export function hashParts(parts: ItemParts, overrides: AdOverride[]): string {
  return rehashOverrides(
    sha256(
      JSON.stringify([segmentationVersion, parts.item, parts.chapters, parts.cues, parts.transcriptOrigin]),
    ),
    overrides,
  )
}

/** The hash of the same parts under other overrides. */
export function rehashOverrides(contentHash: string, overrides: AdOverride[]): string {
  const [parts = ''] = contentHash.split(':')
  return overrides.length === 0 ? parts : `${parts}:${sha256(JSON.stringify(overrides))}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
