import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../src/concepts/relate/concept-mentions.js'
import { findPrerequisites } from '../../../src/concepts/relate/find-prerequisites.js'
import { aPassageOf, aTableOf } from './mention-builder.js'

/** A passage that explains the first concept and uses the others. */
function explaining(documentId: string, explained: number, used: number[], quality = 0.5): Mention[] {
  const concepts = [explained, ...used].sort((a, b) => a - b)
  return aPassageOf(documentId, 0, concepts).map((mention) =>
    mention.concept === explained ? { ...mention, strength: 0.8, quality } : mention,
  )
}
const find = (documents: Mention[][], passages = 100) => findPrerequisites(aTableOf(documents), 2, passages)

const uses = [explaining('b', 1, [0], 0.2), explaining('c', 1, [0], 0.9), explaining('d', 1, [0], 0.4)]

test('what three explanations use that was explained before is needed for it, best evidence first', () => {
  expect(find([explaining('a', 0, []), ...uses, explaining('e', 1, [0], 0.3)])).toEqual([
    [],
    [
      {
        concept: 0,
        support: 4,
        evidence: ['c', 'd', 'e'].map((documentId) => ({ documentId, passageId: `${documentId}-0` })),
      },
    ],
  ])
})

describe('it is not needed', () => {
  const nothing = [[], []]
  test('when two explanations use it', () => {
    expect(find([explaining('a', 0, []), ...uses.slice(1)])).toEqual(nothing)
  })
  test('when it was explained later, or in the same passage, or never', () => {
    expect(find([...uses, explaining('z', 0, [])])).toEqual(nothing)
    expect(find(uses)).toEqual(nothing)
    const both = uses.map((passage) => passage.map((mention) => ({ ...mention, strength: 0.8 })))
    expect(find(both)).toEqual(nothing)
  })
  test('when it needs the other about as much', () => {
    const back = [explaining('e', 0, [1]), explaining('f', 0, [1])]
    expect(find([explaining('a', 0, []), ...uses, ...back])).toEqual(nothing)
    expect(find([explaining('a', 0, []), ...uses, ...back.slice(1)])[1]).toHaveLength(1)
  })
  test('when it is named everywhere', () => {
    expect(find([explaining('a', 0, []), ...uses], 49)).toEqual(nothing)
    expect(find([explaining('a', 0, []), ...uses], 50)[1]).toHaveLength(1)
  })
})
