import { describe, expect, test } from 'vitest'
import { noCorrections } from '../../src/domain/corrections.js'
import type { SentenceEvidence } from '../../src/index/search-index.js'
import { chooseSentences, findAnswer, judgeConfidence } from '../../src/search/find-answer.js'
import { parseQuery, type SearchMode } from '../../src/search/parse-query.js'
import { aPassage } from '../builders/documents.js'
import { aPlace } from '../builders/hits.js'

const texts = [
  'We spoke about rivers last week.',
  'A river freezes when its water falls below zero for long enough.',
  'It begins at the banks, where it hardly flows.',
  'Next comes the weather.',
]
const sure: SentenceEvidence[] = [
  { similarity: 0.5, coverage: 0.2 },
  { similarity: 0.95, coverage: 1 },
  { similarity: 0.93, coverage: 0.5 },
  { similarity: 0.4, coverage: 0 },
]

function aLibrary() {
  let text = ''
  const sentences = texts.map((sentence, index) => {
    const from = text === '' ? 0 : text.length + 1
    text += (text === '' ? '' : ' ') + sentence
    return { from, to: text.length, startMs: index * 4_000, endMs: (index + 1) * 4_000, speaker: null }
  })
  const passage = aPassage({ text, sentences })
  const catalog = {
    findPassages: (ids: readonly string[]) => Promise.resolve(ids.includes(passage.id) ? [passage] : []),
    findCorrections: () =>
      Promise.resolve(new Map([[passage.documentId, { ...noCorrections, offsetMs: 1_000 }]])),
  }
  return { passage, catalog }
}

const ask = (text: string, mode: SearchMode = 'hybrid') =>
  parseQuery(text, { mode, filter: {}, languages: ['en'] })

async function answer(query: ReturnType<typeof ask>, sentences: SentenceEvidence[], scores = [2.8, 1]) {
  const { passage, catalog } = aLibrary()
  const hits = scores.map((score, index) => ({
    place: aPlace(passage.documentId, index, { passageId: index === 0 ? passage.id : `other-${index}` }),
    score,
    more: [],
  }))
  return findAnswer(query, hits, [{ passageId: passage.id, sentences }], catalog)
}

describe('findAnswer', () => {
  test('a question is answered by the best sentence and what goes on with it, word for word, at corrected times', async () => {
    const { passage } = aLibrary()
    expect(await answer(ask('when does a river freeze?'), sure)).toEqual({
      sentences: [1, 2].map((index) => ({
        text: texts[index],
        documentId: passage.documentId,
        passageId: passage.id,
        startMs: index * 4_000 + 1_000,
      })),
    })
  })

  test('what is far from the question is no answer', async () => {
    const unsure = sure.map((sentence) => ({ ...sentence, similarity: 0.55, coverage: 0.2 }))
    expect(await answer(ask('when does a river freeze?'), unsure)).toBeNull()
  })

  test('who asks the same has not answered', async () => {
    const { passage, catalog } = aLibrary()
    const asked = { ...passage, text: passage.text.replace('long enough.', 'long enough?') }
    const asking = { ...catalog, findPassages: () => Promise.resolve([asked]) }
    const hits = [{ place: aPlace(passage.documentId, 0, { passageId: passage.id }), score: 2.8, more: [] }]
    const found = [{ passageId: passage.id, sentences: sure }]
    expect(await findAnswer(ask('when does a river freeze?'), hits, found, asking)).toBeNull()
  })

  test('words that ask nothing, and the modes of one retriever, have no answer', async () => {
    expect(await answer(ask('river freezing'), sure)).toBeNull()
    expect(await answer(ask('when does a river freeze?', 'lexical'), sure)).toBeNull()
  })

  test('without hits, or without evidence, there is none', async () => {
    const { catalog } = aLibrary()
    expect(await findAnswer(ask('when does it freeze?'), [], [], catalog)).toBeNull()
    expect(await answer(ask('when does a river freeze?'), [])).toBeNull()
  })
})

test('confidence grows with nearness and with the score', () => {
  const base = judgeConfidence({ similarity: 0.8, coverage: 0.5 }, 0.5)
  expect(judgeConfidence({ similarity: 0.9, coverage: 0.5 }, 0.5)).toBeGreaterThan(base)
  expect(judgeConfidence({ similarity: 0.8, coverage: 0.5 }, 0.6)).toBeGreaterThan(base)
  expect(judgeConfidence(undefined, 0)).toBeLessThan(0.01)
})

describe('chooseSentences', () => {
  const evidence = (...similarities: number[]): SentenceEvidence[] =>
    similarities.map((similarity) => ({ similarity, coverage: 0 }))

  test('a short sentence is not left alone', () => {
    expect(
      chooseSentences(
        ['Yes, it does.', 'Because of the cold of the long night up there.', 'So.'],
        0,
        evidence(0.9, 0.3, 0.2),
      ),
    ).toEqual([0, 1])
  })
  test('three at most', () => {
    expect(chooseSentences(['One.', 'Two.', 'Three.', 'Four.'], 0, evidence(0.9, 0.9, 0.9, 0.9))).toEqual([
      0, 1, 2,
    ])
  })
  test('what is asked next, or broken off, is no part of it', () => {
    const near = evidence(0.9, 0.89)
    expect(chooseSentences(['It is the cold.', 'And why is that?'], 0, near)).toEqual([0])
    expect(chooseSentences(['It is the cold.', 'The speed of which...'], 0, near)).toEqual([0])
  })
})
