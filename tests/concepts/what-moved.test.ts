import { expect, test } from 'vitest'
import type { DocumentRecord } from '../../src/concepts/document-records.js'
import type { NamedConcept } from '../../src/concepts/extract/evidence.js'
import { toMatchColumns } from '../../src/concepts/match/match-columns.js'
import { changedKeys, findMoved, findRenamed, joinPassages } from '../../src/concepts/what-moved.js'
import { aNaming, anEvidence } from './evidence-builder.js'

/** @param keys of each passage, by ordinal */
const aRecord = (
  documentId: string,
  keys: readonly string[],
  {
    named = [],
    mentioned = [],
    called = [],
  }: Partial<Record<'mentioned' | 'called', string[]>> & {
    named?: NamedConcept[]
  } = {},
): DocumentRecord => ({
  evidence: anEvidence({
    documentId,
    named,
    mentioned: mentioned.map((key) => ({ key, count: 1 })),
    called: called.map((key) => ({ key, text: key, addressed: 1, speaking: 0, paired: 0 })),
  }),
  matches: toMatchColumns(
    keys.map((key, ordinal) => ({
      ...{ key, passageId: `${documentId}-${ordinal}`, ordinal, startMs: null, endMs: null, anchor: null },
      ...{ sentence: 0, count: 1, strength: 0, focus: 0.3, text: '', headed: false },
    })),
  ),
})

test('what came, went or is another one has changed', () => {
  const before = new Map(Object.entries({ same: 'a', went: 'b', other: 'c' }))
  const now = new Map(Object.entries({ same: 'a', other: 'd', came: 'e' }))
  expect([...changedKeys(before, now)].sort()).toEqual(['came', 'other', 'went'])
})

test('a talk is touched where it names what moved, a post that explains concepts as a whole', () => {
  const records = [
    aRecord('talk', ['levain', 'rye', 'levain']),
    aRecord('post', ['rye', 'levain'], { named: [aNaming(['Rye'])] }),
    aRecord('tagged', ['rye', 'levain'], { named: [aNaming(['Rye'], { sure: false })] }),
    aRecord('other', ['rye'], { named: [aNaming(['Rye'])] }),
  ]
  expect(findMoved(records, new Set(['levain', 'unknown']))).toEqual(
    new Map([
      ['talk', new Set(['talk-0', 'talk-2'])],
      ['post', null],
      ['tagged', new Set(['tagged-1'])],
    ]),
  )
  expect(findMoved(records, new Set())).toEqual(new Map())
})

test('documents are told that mention somebody who is called otherwise', () => {
  const records = [
    aRecord('one', [], { mentioned: ['ada', 'grace'] }),
    aRecord('two', [], { mentioned: ['ada'] }),
    aRecord('three', [], { called: ['grace'] }),
  ]
  expect(findRenamed(records, new Set(['grace']))).toEqual(['one', 'three'])
})

test('passages are joined; all of a document stays all of it', () => {
  const joined = joinPassages(
    new Map([['whole', null]]),
    new Map([
      ['whole', new Set(['w-1'])],
      ['both', new Set(['b-1', 'b-2'])],
      ['later', new Set(['l-1'])],
    ]),
    new Map<string, Set<string> | null>([
      ['both', new Set(['b-2', 'b-3'])],
      ['later', null],
    ]),
  )
  expect(joined).toEqual(
    new Map<string, Set<string> | null>([
      ['whole', null],
      ['both', new Set(['b-1', 'b-2', 'b-3'])],
      ['later', null],
    ]),
  )
})
