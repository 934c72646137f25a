import type { GatheredMentions, Mention } from '../../../src/concepts/relate/concept-mentions.js'
import { MentionRows, type MentionTable } from '../../../src/concepts/relate/mention-table.js'

/** What a passage names. @param concepts positions, rising */
export const aPassageOf = (
  documentId: string,
  ordinal: number,
  concepts: readonly number[],
  fields: Partial<Mention> = {},
): Mention[] =>
  concepts.map((concept) => ({
    concept,
    documentId,
    kind: 'episode',
    passageId: `${documentId}-${ordinal}`,
    ordinal,
    startMs: 0,
    endMs: 1000,
    anchor: null,
    sentence: 0,
    count: 1,
    strength: 0,
    focus: 0.5,
    text: '',
    quality: 0,
    ...fields,
  }))

/** @param documents mentions of each by ordinal */
export function aTableOf(documents: readonly (readonly Mention[])[]): MentionTable {
  const rows = new MentionRows(documents.flat().length)
  const places: MentionTable['places'][number][] = []
  for (const mentions of documents)
    for (const [at, { concept, count, strength, focus, quality, ...place }] of mentions.entries()) {
      if (mentions[at - 1]?.ordinal !== place.ordinal) {
        rows.openPlace()
        places.push(place)
      }
      rows.quality[rows.size] = quality
      rows.add(concept, count, strength, focus)
    }
  return rows.finish(places)
}

export const listMentions = ({ size, mentionAt }: GatheredMentions): Mention[] =>
  Array.from({ length: size }, (_, at) => mentionAt(at))
