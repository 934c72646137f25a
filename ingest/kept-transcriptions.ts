import { createHash } from 'node:crypto'
import type { Catalog, ReferenceStore } from '../src/catalog/catalog.js'
import type { Enclosure } from '../src/domain/document.js'
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
  const { cues, language } = JSON.parse(kept.text) as ReadTranscript
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
  })
}

/** Whether it was transcribed before by the same, even to nothing. */
export async function isTranscribed(
  enclosure: Enclosure,
  { sourceId, identity, catalog }: { sourceId: string; identity: string; catalog: ReferenceStore },
): Promise<boolean> {
  return (await catalog.findReference(sourceId, keyOf(enclosure)))?.etag === identity
}
