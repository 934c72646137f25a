import { createHash } from 'node:crypto'
import type { AdOverride } from '../src/domain/corrections.js'
import type { Cue } from '../src/domain/cue.js'
import type { Chapter, Document, TranscriptOrigin } from '../src/domain/document.js'
import { documentId, segmentationVersion } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Passage } from '../src/domain/passage.js'
import type { Source } from '../src/domain/source.js'
import { cutPassages } from './cut-passages.js'
import { dropRepetitions } from './drop-repetitions.js'
import { normalizeCues } from './normalize-cues.js'
import type { SourceItem } from './sources/source-format.js'
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
  return { document, passages: cutPassages(document, normalized.cues, overrides) }
}

/** What is wrong with the cues as they were published. Cheap against cutting passages. */
export function findCueIssues({ item, cues }: ItemParts): Issue[] {
  const normalized = normalizeCues(cues, { durationMs: item.durationMs })
  return [...normalized.issues, ...dropRepetitions(normalized.cues).issues]
}

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
