import type { Mention } from '../../../src/concepts/relate/concept-mentions.js'

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
