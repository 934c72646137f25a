import { createHash } from 'node:crypto'
import type { Catalog, ReferenceStore } from '../src/catalog/catalog.js'
import type { Enclosure } from '../src/domain/document.js'
import type { AppError } from '../src/errors.js'
import type { ItemParts } from './build-document.js'
import type { ReadTranscript } from './transcripts/transcript-format.js'

/** Transcripts that we had made: hours of a machine's work, kept with what a source refers to until its publisher gives one. */

const keyOf = (enclosure: Pick<Enclosure, 'url'>): string => `transcription:${enclosure.url}`

/** The parts as they are when they have cues, or when nothing was transcribed; else with what was. */
export async function withKeptTranscription(
  parts: ItemParts,
  sourceId: string,
  store: ReferenceStore,
): Promise<ItemParts> {
  const { enclosure, kind } = parts.item
  if (parts.cues.length > 0 || enclosure === null || kind === 'post') return parts
  const kept = await store.findReference(sourceId, keyOf(enclosure))
  if (!kept) return parts
  const { cues, language, issues } = JSON.parse(kept.text) as ReadTranscript
  // One that failed leaves the document as its publisher gives it.
  if (cues.length === 0 && issues.length > 0) return parts
  const item = { ...parts.item, language: parts.item.language ?? language }
  return { ...parts, item, cues, transcriptOrigin: cues.length === 0 ? null : 'machine' }
}

/** @param identity of what wrote it */
export async function keepTranscription(
  enclosure: Enclosure,
  transcript: ReadTranscript,
  { sourceId, identity, catalog }: { sourceId: string; identity: string; catalog: Catalog },
): Promise<void> {
  const text = JSON.stringify(transcript)
  await catalog.saveReference(sourceId, keyOf(enclosure), {
    text,
    mediaType: 'application/json',
    etag: identity,
    lastModified: null,
    bodyHash: createHash('sha256').update(text).digest('hex'),
    fetchedAt: new Date().toISOString(),
    finalUrl: null,
  })
}

/** A failure, so that the same recogniser is not asked again; what another one heard before stays. */
export async function keepFailure(
  enclosure: Enclosure,
  { code, message }: AppError,
  kept: { sourceId: string; identity: string; catalog: Catalog },
): Promise<void> {
  const before = await kept.catalog.findReference(kept.sourceId, keyOf(enclosure))
  const { cues, language } = before ? (JSON.parse(before.text) as ReadTranscript) : nothingHeard
  await keepTranscription(
    enclosure,
    { cues, machine: true, language, issues: [{ code, where: '', message }] },
    kept,
  )
}

const nothingHeard = { cues: [], language: null }

/** What the same one made of it before, even nothing; null when it was not asked. */
export async function findTranscription(
  enclosure: Enclosure,
  { sourceId, identity, catalog }: { sourceId: string; identity: string; catalog: ReferenceStore },
): Promise<ReadTranscript | null> {
  const kept = await catalog.findReference(sourceId, keyOf(enclosure))
  return kept?.etag === identity ? (JSON.parse(kept.text) as ReadTranscript) : null
}
