import type { Catalog } from '../../catalog/catalog.js'
import { buildRepeats, type Companions } from './build-repeats.js'
import { findFrames } from './find-frames.js'
import { packMeasure } from './known-measure.js'
import { readRepeatText, readSentenceVectors } from './read-repeat-text.js'
import { repeatVersion } from './repeat-version.js'
import type { RepeatText } from './repeat-text.js'
import { weighWords } from './word-weights.js'

export interface RepeatReport {
  /** The change up to which documents were read. */
  seq: number
  documents: number
  sentences: number
  groups: number
}

/**
 * Reads the whole library and replaces what is known of its repeats. Blocks its thread for about 3 ms a passage.
 * @param space key of the space of sentence vectors
 */
export async function findAllRepeats(catalog: Catalog, space: string): Promise<RepeatReport> {
  // Taken first: what is written while this reads is looked for the next time.
  const seq = await catalog.latestSeq()
  const text = await readRepeatText(catalog)
  const vectors = await readSentenceVectors(text, space, catalog)
  vectors.centre(vectors.findMiddle())
  const weights = weighWords(text)
  const frames = findFrames(text)
  const groups = buildRepeats({ text, vectors, weights, frames }, await readCompanions(text, catalog))
  await catalog.replaceRepeats(
    { seq, version: repeatVersion(space) },
    packMeasure(vectors.middle, weights, text),
    groups,
  )
  return { seq, documents: text.documents.length, sentences: text.sentences.length, groups: groups.length }
}

async function readCompanions(text: RepeatText, catalog: Catalog): Promise<Companions> {
  const companions = new Map<string, Set<string>>()
  for (const { id } of text.documents)
    companions.set(id, new Set((await catalog.findCompanions(id)).map((companion) => companion.id)))
  return companions
}
