import type { Catalog } from '../catalog/catalog.js'
import { noCorrections } from '../domain/corrections.js'
import type { AddressRange } from '../domain/address-time.js'

/** A jump-in point lies a moment before its sentence: what ends this soon after it is the sentence before. */
const tailMs = 1500

/**
 * What is said from `startMs` on: whole sentences, of one passage, begun before `endMs`. Empty where nothing is said
 * any more. Times as shown, with the user's offset. Cost: two small reads.
 */
export async function findWordsAt(
  documentId: string,
  { startMs, endMs }: AddressRange & { startMs: number },
  catalog: Pick<Catalog, 'findCorrections' | 'findPassageAt'>,
): Promise<string> {
  const { offsetMs } = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const fromMs = startMs - offsetMs
  const toMs = endMs === null ? Infinity : endMs - offsetMs
  const heardMs = fromMs + Math.min(tailMs, (toMs - fromMs) / 2)
  const passage = await catalog.findPassageAt(documentId, heardMs)
  if (!passage) return ''
  const said = passage.sentences.filter(
    (sentence) => (sentence.endMs ?? 0) > heardMs && (sentence.startMs ?? 0) < toMs,
  )
  const [first, last] = [said[0], said.at(-1)]
  return first && last ? passage.text.slice(first.from, last.to) : ''
}
