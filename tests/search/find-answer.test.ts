import { describe, expect, test } from 'vitest'
import { noCorrections } from '../../src/domain/corrections.js'
import type { QueryTerm } from '../../src/index/analyze.js'
import type { PassageSentences, SentenceEvidence } from '../../src/index/search-index.js'
import type { Hit } from '../../src/search/collapse.js'
import {
  chooseSentences,
  findAnswer as answerAsked,
  judgeConfidence,
  readAsked,
  type AnswerCatalog,
} from '../../src/search/find-answer.js'
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

const noConceptsKnown = {
  findConceptsByKey: () => Promise.resolve(new Map<string, string>()),
  findConceptSummaries: () => Promise.resolve([]),
}

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
    ...noConceptsKnown,
  }
  return { passage, catalog }
}

const ask = (text: string, mode: SearchMode = 'hybrid') =>
  parseQuery(text, { mode, filter: {}, languages: ['en'] })

async function findAnswer(
  query: ReturnType<typeof ask>,
  hits: readonly Hit[],
  { terms, sentences }: { terms: readonly QueryTerm[]; sentences: readonly PassageSentences[] },
  catalog: AnswerCatalog,
) {
  const asked = await readAsked(query, terms, hits, catalog)
  return asked && answerAsked(asked, query, hits, sentences, catalog)
}

async function answer(query: ReturnType<typeof ask>, sentences: SentenceEvidence[], scores = [2.8, 1]) {
  const { passage, catalog } = aLibrary()
  const hits = scores.map((score, index) => ({
    place: aPlace(passage.documentId, index, { passageId: index === 0 ? passage.id : `other-${index}` }),
    score,
    more: [],
  }))
  return findAnswer(
    query,
    hits,
    { terms: query.terms, sentences: [{ passageId: passage.id, sentences }] },
    catalog,
  )
}

describe('findAnswer', () => {
  test('a question is answered by the best sentence and what goes on with it, word for word, at corrected times', async () => {
    const { passage } = aLibrary()
    expect(await answer(ask('when does a river freeze?'), sure)).toEqual({
      sentences: [1, 2].map((index) => ({
        text: texts[index],
        documentId: passage.documentId,
        passageId: passage.id,
        speaker: null,
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
    expect(
      await findAnswer(ask('when does a river freeze?'), hits, { terms: [], sentences: found }, asking),
    ).toBeNull()
  })

  test('words that ask nothing, and the modes of one retriever, have no answer', async () => {
    expect(await answer(ask('river freezing'), sure)).toBeNull()
    expect(await answer(ask('when does a river freeze?', 'lexical'), sure)).toBeNull()
  })

  test('without hits, or without evidence, there is none', async () => {
    const { catalog } = aLibrary()
    expect(
      await findAnswer(ask('when does it freeze?'), [], { terms: [], sentences: [] }, catalog),
    ).toBeNull()
    expect(await answer(ask('when does a river freeze?'), [])).toBeNull()
  })
})

describe('what something is', () => {
  const said = (...sentences: string[]) => {
    let text = ''
    const placed = sentences.map((sentence, index) => {
      const from = text === '' ? 0 : text.length + 1
      text += (text === '' ? '' : ' ') + sentence
      return { from, to: text.length, startMs: index * 4_000, endMs: index * 4_000 + 4_000, speaker: 'Anna' }
    })
    return aPassage({ id: sentences[0] ?? '', text, sentences: placed })
  }
  const near: SentenceEvidence = { similarity: 0.95, coverage: 1 }

  async function answerFrom(question: string, passages: ReturnType<typeof said>[], concepts = {}) {
    const catalog = {
      findPassages: (ids: readonly string[]) =>
        Promise.resolve(passages.filter(({ id }) => ids.includes(id))),
      findCorrections: () => Promise.resolve(new Map<string, never>()),
      ...noConceptsKnown,
      ...concepts,
    }
    const hits = passages.map(({ id, documentId }, at) => ({
      place: aPlace(documentId, at, { passageId: id }),
      score: 2.8,
      more: [],
    }))
    const sentences = passages.map(({ id, sentences }) => ({
      passageId: id,
      sentences: sentences.map(() => near),
    }))
    const query = ask(question)
    const answer = await findAnswer(query, hits, { terms: query.terms, sentences }, catalog)
    return answer?.sentences.map(({ text, speaker }) => `${speaker}: ${text}`) ?? null
  }

  test('is said by whoever of the first hits defines it, not by who names it', async () => {
    const naming = said('And you proposed package relay.')
    const defining = said('Good.', 'Package relay is a protocol that lets nodes send transactions together.')
    expect(await answerFrom('what is package relay?', [naming, defining])).toEqual([
      'Anna: Package relay is a protocol that lets nodes send transactions together.',
    ])
  })

  test('is not answered by a sentence that only names it, however near', async () => {
    expect(await answerFrom('what is package relay?', [said('And you proposed package relay.')])).toBeNull()
    const talk = said('So this week we speak about package relay with a guest from another continent.')
    expect(await answerFrom('what is package relay?', [talk])).toBeNull()
  })

  test('is answered by the nearest sentence where it speaks of the thing without defining it', async () => {
    const sentence =
      'The trouble was malleability, and malleability means that whoever relays a payment changes its name.'
    expect(await answerFrom('what is malleability?', [said(sentence)])).toEqual([`Anna: ${sentence}`])
  })

  describe('and a speaker is asked for', () => {
    const bySpeakers = (passage: ReturnType<typeof said>, ...speakers: string[]) => ({
      ...passage,
      sentences: passage.sentences.map((each, at) => ({ ...each, speaker: speakers[at] ?? null })),
    })
    const talk = bySpeakers(
      said(
        'What is package relay, and why would anybody who runs a node at home ever want to have it?',
        'Package relay is a protocol that lets nodes send transactions together.',
        'Package relay is for two of them or more, and nobody needs it for a single one of them.',
      ),
      'Bert',
      'Anna',
      'Bert',
    )
    const asked = 'what is package relay?'

    test('whose definition it is', async () => {
      const defined = ['Anna: Package relay is a protocol that lets nodes send transactions together.']
      expect(await answerFrom(`speaker:anna ${asked}`, [talk])).toEqual(defined)
    })

    test('is not answered by anybody else', async () => {
      const others = bySpeakers(talk, 'Bert', 'Anna', 'Anna')
      expect(await answerFrom(`speaker:bert ${asked}`, [others])).toBeNull()
      expect(await answerFrom('speaker:bert why relay packages?', [talk])).toEqual([
        'Bert: Package relay is for two of them or more, and nobody needs it for a single one of them.',
      ])
    })

    test('is said by whom the passage does not name: all of it counts', async () => {
      expect(await answerFrom(`speaker:nickname ${asked}`, [talk])).toHaveLength(1)
    })
  })

  test('the definition that the library keeps goes first, with all of its sentences, under any name of the concept', async () => {
    const heard = said('Rank fusion is a way to make one list of two that are ranked by different judges.')
    const written = said(
      'Rank fusion merges lists by their places.',
      'Scores are ignored.',
      'Next comes lunch.',
    )
    const concepts = {
      findConceptsByKey: () => Promise.resolve(new Map([['rrf', 'rank-fusion']])),
      findConceptSummaries: () =>
        Promise.resolve([
          {
            ...{ slug: 'rank-fusion', name: 'Rank Fusion', aliases: ['RRF'], score: 1, hidden: false },
            ...{ mentionCount: 2, documentCount: 2 },
            definition: 'Rank fusion merges lists by their places. Scores are ignored.',
          },
        ]),
    }
    expect(await answerFrom('what does RRF do', [heard, written], concepts)).toEqual([
      'Anna: Rank fusion merges lists by their places.',
      'Anna: Scores are ignored.',
    ])
  })

  test('words with which the definition happens to begin are not the definition', async () => {
    const asked = said('What is rank fusion?', 'We had no time for it last week.')
    const nodding = said('They spoke of rank fusion.', 'Right.', 'Next comes lunch.')
    const ending = said('Nobody knew of rank fusion.', 'Right.')
    const explained = said('Right.', 'What is rank fusion?', 'It merges lists by their places alone.')
    const about = (definition: string) => ({
      findConceptsByKey: () => Promise.resolve(new Map([['rank fusion', 'rank-fusion']])),
      findConceptSummaries: () =>
        Promise.resolve([
          {
            ...{ slug: 'rank-fusion', name: 'rank fusion', aliases: [], score: 1, hidden: false },
            ...{ mentionCount: 2, documentCount: 2, definition },
          },
        ]),
    })
    const definition = 'Right. What is rank fusion? It merges lists by their places alone.'
    const passages = [asked, nodding, ending, explained]
    expect(await answerFrom('what is rank fusion?', passages, about(definition))).toEqual([
      'Anna: Right.',
      'Anna: What is rank fusion?',
      'Anna: It merges lists by their places alone.',
    ])
    expect(
      await answerFrom('what is rank fusion?', passages, about(definition.replace('Right. ', ''))),
    ).toEqual(['Anna: What is rank fusion?', 'Anna: It merges lists by their places alone.'])
  })
})

describe('a question for a time, a number or a name', () => {
  async function answers(question: string, text: string) {
    const passage = aPassage({
      text,
      sentences: [{ from: 0, to: text.length, startMs: 0, endMs: 4_000, speaker: null }],
    })
    const catalog = {
      findPassages: () => Promise.resolve([passage]),
      findCorrections: () => Promise.resolve(new Map<string, never>()),
      ...noConceptsKnown,
    }
    const hits = [{ place: aPlace(passage.documentId, 0, { passageId: passage.id }), score: 2.8, more: [] }]
    const sentences = [{ passageId: passage.id, sentences: [{ similarity: 0.95, coverage: 1 }] }]
    return (await findAnswer(ask(question), hits, { terms: [], sentences }, catalog)) !== null
  }

  test.each([
    ['When was the bridge opened?', 'The bridge opened on the 24th of August in 2017, right?', true],
    ['When was the bridge opened?', 'We are going to discuss how the bridge was opened to everybody.', false],
    ['how many arches has the bridge?', 'I think the bridge has eight arches altogether now.', true],
    ['how many arches has the bridge?', 'The bridge has arches, as most bridges of that kind.', false],
    ['who designed the bridge?', 'The bridge was designed by Clara Weiss in her youth.', true],
    ['who designed the bridge?', 'The bridge was designed by people of that city.', false],
  ])('%s %s: %s', async (question, text, expected) => expect(await answers(question, text)).toBe(expected))
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
