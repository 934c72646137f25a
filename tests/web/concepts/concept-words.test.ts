import { expect, test } from 'vitest'
import {
  describeCounts,
  describeNode,
  describePerson,
  describeRelation,
} from '../../../web/src/concepts/concept-words.js'

test('a relation is told by its reason, with the passages that hold both', () => {
  expect(
    (['together', 'post', 'meaning'] as const).flatMap((reason) =>
      [0, 1, 12].map((passages) => describeRelation({ reason, passages })),
    ),
  ).toEqual([
    'said together',
    'said together in 1 passage',
    'said together in 12 passages',
    'explained in the same post',
    'explained in the same post, together in 1 passage',
    'explained in the same post, together in 12 passages',
    'alike in meaning',
    'alike in meaning, together in 1 passage',
    'alike in meaning, together in 12 passages',
  ])
})

test('a node of the map names its nearest neighbours and counts the others', () => {
  expect(describeNode('Taproot', 1, [])).toBe('Taproot, 1 mention, related to none of those shown')
  expect(describeNode('Taproot', 214, ['MuSig', 'Schnorr'])).toBe(
    'Taproot, 214 mentions, related to MuSig and Schnorr',
  )
  expect(describeNode('Taproot', 214, ['a', 'b', 'c', 'd', 'e', 'f'])).toBe(
    'Taproot, 214 mentions, related to a, b, c, d, and 2 more',
  )
})

test('counts and people are said in words', () => {
  expect(describeCounts({ mentions: 1, documents: 1 })).toBe('1 mention in 1 document')
  expect(describeCounts({ mentions: 1204, documents: 31 })).toBe('1,204 mentions in 31 documents')
  expect(describePerson({ role: 'guest', count: 40 })).toBe('guest')
  expect(describePerson({ role: 'mentioned', count: 1 })).toBe('mentioned')
  expect(describePerson({ role: 'mentioned', count: 12 })).toBe('mentioned 12 times')
})
