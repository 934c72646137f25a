import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import { measureDefinition } from '../../../src/concepts/match/definition-strength.js'
import { matchPassages, minStatement } from '../../../src/concepts/match/match-document.js'
import { NameMatcher } from '../../../src/concepts/match/name-matcher.js'
import type { StoredPassage } from '../../../src/catalog/catalog.js'
import { aPassage } from '../../builders/documents.js'
import { hostileTexts } from '../hostile-texts.js'
import { spoken } from '../spoken.js'

const matcherOf = (...names: string[]) =>
  new NameMatcher(
    names.map((name) => ({
      key: conceptKey(name),
      needsCapital: false,
      isUsual: false,
      context: null,
      sections: [],
    })),
  )
const match = (passage: Partial<StoredPassage>, ...names: string[]) =>
  matchPassages([aPassage({ id: 'p', ...passage })], matcherOf(...names))

/** Four others, so that a definition is said in terms of something. */
const terms = ['vector', 'model', 'token', 'number']
const defining = 'An embedding is a vector that a model makes of a token.'

test('a name comes with the sentence that says most about it', () => {
  const [found] = match(
    spoken(1000, 'We love embedding.', defining, 'So much for that embedding.'),
    'embedding',
    ...terms,
  )
  expect(found).toEqual({
    key: 'embedding',
    passageId: 'p',
    ordinal: 0,
    startMs: 5000,
    endMs: 9000,
    anchor: null,
    sentence: 1,
    count: 3,
    strength: measureDefinition(defining, { from: 3, to: 12 }),
    // 1 − 0.7³: each time it is named brings it nearer to being all about it.
    focus: 1 - 0.7 ** 3,
    text: `${defining} So much for that embedding.`,
    headed: false,
  })
})

describe('of sentences', () => {
  test('that say nothing the first one counts, without its words', () => {
    const [found] = match(spoken(0, 'Hello.', 'We like attention.', 'Attention!'), 'attention')
    expect(found).toMatchObject({ sentence: 1, startMs: 4000, count: 2, strength: 0, text: '' })
  })

  test('that say the same the first one counts', () => {
    expect(match(spoken(0, defining, defining), 'embedding', ...terms)[0]).toMatchObject({ sentence: 0 })
  })

  test('one that names other concepts says more than one that names none', () => {
    const strengthAmong = (...others: string[]) =>
      match(spoken(0, defining), 'embedding', ...others)[0]?.strength ?? 0
    const full = strengthAmong(...terms)
    expect(full).toBeGreaterThan(0.9)
    expect(strengthAmong('vector')).toBeLessThan(full)
    expect(strengthAmong()).toBeLessThan(strengthAmong('vector'))
    // Yet it is still a definition.
    expect(strengthAmong()).toBeGreaterThanOrEqual(0.6)
  })

  test('a short one goes on in the next, a long one stands alone, and the last one has no next', () => {
    const short = 'RAG is a method of searching many texts.'
    const textOf = (...sentences: string[]) => match(spoken(0, ...sentences), 'rag')[0]?.text
    expect(textOf(short, 'It finds texts.')).toBe(`${short} It finds texts.`)
    expect(textOf(short)).toBe(short)
    const long = 'RAG is a method that looks for texts and gives them to a model before it answers.'
    expect(textOf(long, 'It finds texts.')).toBe(long)
  })

  test('one that answers is quoted with the question, from its time to the end of the answer', () => {
    const talk = [
      'So hello.',
      'What is attention?',
      'I like this.',
      'It is a way to weigh words by each other in a model.',
    ]
    const [found] = match(spoken(0, ...talk), 'attention', 'model')
    expect(found).toMatchObject({
      sentence: 1,
      text: talk.slice(1).join(' '),
      startMs: 4000,
      endMs: 16000,
      count: 1,
    })
    expect(found?.strength).toBeGreaterThanOrEqual(0.6)
    // What could not be quoted whole is no answer.
    const long = `I like ${'this and '.repeat(70)}that.`
    expect(match(spoken(0, 'What is attention?', long, talk[3] ?? ''), 'attention', 'model')[0]?.text).toBe(
      '',
    )
  })

  test('one that answers and names it again is quoted without the question', () => {
    const talk = [
      'Yeah, what is Signet?',
      'Signet is signed, and it is quite centralized.',
      'Every block is signed.',
    ]
    expect(match(spoken(0, ...talk), 'signet', 'block')).toEqual([
      expect.objectContaining({
        key: 'signet',
        sentence: 0,
        text: talk.slice(1).join(' '),
        startMs: 4000,
        endMs: 12000,
        count: 2,
        // 0.85 for an answer, in terms of nothing else
        strength: expect.closeTo(0.85 * 0.72, 10) as number,
      }),
      expect.objectContaining({ key: 'block' }),
    ])
  })

  test('what is named after it was said is quoted from where it was said', () => {
    const talk = [
      'So hello.',
      'A model turns each token into a list of numbers.',
      'That’s called an embedding.',
    ]
    const found = match(spoken(0, ...talk), 'embedding', ...terms)
    expect(found.find(({ key }) => key === 'embedding')).toMatchObject({
      // The sentence that names it, and the times of what is quoted.
      sentence: 2,
      text: talk.slice(1).join(' '),
      startMs: 4000,
      endMs: 12000,
      strength: 0.72,
    })
    // In terms of nothing else.
    expect(match(spoken(0, ...talk), 'embedding')[0]?.strength).toBeLessThan(0.6)
  })

  test('those that say what a post says explain, where they are heard', () => {
    const sections = [new Map(['rank', 'list', 'sixti'].map((word) => [word, 2]))]
    const matcher = new NameMatcher([
      { key: 'fusion', needsCapital: false, isUsual: false, context: null, sections },
    ])
    const talk = [
      'Hello.',
      'The first cure is fusion.',
      'It adds one by sixty plus the rank.',
      'Of each list.',
    ]
    const found = (startMs: number | null) =>
      matchPassages([aPassage({ id: 'p', ...spoken(startMs, ...talk) })], matcher)
    expect(found(0)).toMatchObject([
      { sentence: 1, startMs: 4000, endMs: 16000, text: talk.slice(1).join(' '), strength: 0.7 },
    ])
    expect(found(null)).toMatchObject([{ sentence: 1, strength: 0, text: '' }])
  })

  test('those that say more of something else are not said of it', () => {
    const post = (...words: string[]) => [new Map(words.map((word) => [word, 2]))]
    const name = (key: string, sections: ReturnType<typeof post>) =>
      ({ key, needsCapital: false, isUsual: false, context: null, sections }) as const
    const talk = ['It is the cloud coder.', 'A coder is two nets and a neck.', 'It squeezes a face.']
    const strengths = (...cloud: string[]) => {
      const coder = name('coder', post('net', 'neck', 'squeez', 'face'))
      const matcher = new NameMatcher([name('cloud coder', post(...cloud)), coder])
      return matchPassages([aPassage({ id: 'p', ...spoken(0, ...talk) })], matcher).map(
        ({ key, strength }) => [key, strength >= 0.65],
      )
    }
    const said = ['squeez', 'face', 'net']
    expect(strengths(...said, 'drift', 'centr', 'point')).toEqual([
      ['cloud coder', false],
      ['coder', true],
    ])
    expect(strengths(...said)).toEqual([
      ['cloud coder', true],
      ['coder', true],
    ])
  })

  test('a very long one is cut between words', () => {
    const long = `RAG is a method ${'of search '.repeat(100)}`.trim()
    const [found] = match(spoken(0, long), 'rag')
    expect(found?.text.length).toBeGreaterThan(580)
    expect(found?.text.length).toBeLessThanOrEqual(600)
    expect(long.startsWith(`${found?.text} `)).toBe(true)
  })
})

test('of several names each has its own match, by the first place of each, and ads have none', () => {
  const passages = [
    aPassage({ id: 'p', ...spoken(0, 'Dropout before attention.', 'Attention, then dropout.') }),
    aPassage({ id: 'ad', ordinal: 1, text: 'Attention, please.', ad: true }),
    aPassage({ id: 'q', ordinal: 2, text: 'Attention.' }),
  ]
  const found = matchPassages(passages, matcherOf('attention', 'dropout'))
  expect(found.map(({ key, passageId, ordinal, count }) => [key, passageId, ordinal, count])).toEqual([
    ['dropout', 'p', 0, 2],
    ['attention', 'p', 0, 2],
    ['attention', 'q', 2, 1],
  ])
})

describe('under a heading that names it', () => {
  const written = (text: string, chapter: string, anchor: string | null = 'a') => ({
    ...spoken(null, text),
    chapter,
    anchor,
  })

  test('a concept is what the passage is about', () => {
    expect(match(written('Attention mixes values.', '3. Attention'), 'attention')[0]).toMatchObject({
      headed: true,
      anchor: 'a',
      startMs: null,
      // 1 − 0.7, and 0.4 for the heading
      focus: expect.closeTo(0.7, 10) as number,
    })
  })

  test('it is named, though the text does not say it', () => {
    expect(match(written('It mixes values.', 'Attention'), 'attention')).toEqual([
      expect.objectContaining({
        key: 'attention',
        headed: true,
        count: 0,
        sentence: 0,
        strength: 0,
        text: '',
      }),
    ])
  })

  test('but not in a chapter of sound, which may be about other things, too', () => {
    expect(match(written('It mixes values.', 'Attention', null), 'attention')).toEqual([])
    expect(match({ ...spoken(0, 'Attention mixes.'), chapter: 'Attention' }, 'attention')[0]?.headed).toBe(
      true,
    )
  })

  test('focus is never more than all', () => {
    const [found] = match(written('Attention. '.repeat(20).trim(), 'Attention'), 'attention')
    expect(found?.focus).toBe(1)
  })

  test('other concepts of the passage are not', () => {
    const found = match(written('Attention needs dropout.', 'Attention'), 'attention', 'dropout')
    expect(found.map(({ key, headed }) => [key, headed])).toEqual([
      ['attention', true],
      ['dropout', false],
    ])
  })
})

test('a passage without sentences, as nothing should be, matches nothing', () => {
  expect(match({ text: 'attention', sentences: [] }, 'attention')).toEqual([])
})

test('a match lies in its passage: its count, sentence, strength and words fit together', () => {
  const sentence = fc.constantFrom(
    'RAG is a method.',
    'RAG is a method that gives a model the texts which it needs for an answer to a question.',
    'We use rag and model.',
    'A model is what we mean by RAG.',
    'Nothing here.',
  )
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      const passage = aPassage(spoken(0, ...sentences))
      for (const found of matchPassages([passage], matcherOf('rag', 'model', 'method'))) {
        const key = new RegExp(`\\b${found.key}\\b`, 'gi')
        expect(found.count).toBe(passage.text.match(key)?.length)
        expect(sentences[found.sentence]).toMatch(new RegExp(found.key, 'i'))
        expect(found.startMs).toBe(passage.sentences[found.sentence]?.startMs)
        expect(found.strength).toBeGreaterThanOrEqual(0)
        expect(found.strength).toBeLessThanOrEqual(1)
        expect(found.text !== '').toBe(found.strength >= minStatement)
        expect(passage.text).toContain(found.text)
      }
    }),
  )
})

test.each(hostileTexts)('200 kB of %s in one sentence are searched', (_, text) => {
  const names = ['a', 'bitcoin', 'rag', 'ada lovelace', 'method', 'aa', 'called']
  for (const { strength, text: said } of match({ text }, ...names)) {
    expect(strength).toBeLessThanOrEqual(1)
    expect(said.length).toBeLessThanOrEqual(600)
  }
})
