import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey, keyWords } from '../../../src/concepts/concept-key.js'
import { NameMatcher, type SoughtName } from '../../../src/concepts/match/name-matcher.js'
import { hostileTexts } from '../hostile-texts.js'

const aName = (name: string, fields: Partial<SoughtName> = {}): SoughtName => ({
  key: conceptKey(name),
  needsCapital: false,
  isUsual: false,
  context: null,
  sections: [],
  ...fields,
})

/** What stands in the text, as it is written there. */
function findIn(text: string, names: readonly SoughtName[], isHeading?: boolean): [string, string][] {
  const words = keyWords(text)
  return new NameMatcher(names)
    .find(words, text, isHeading)
    .map(({ name, first, last }) => [name.key, text.slice(words[first]?.from, words[last]?.to)])
}

describe('a name is found', () => {
  test('in every way to write it, as whole words, in the order of the text', () => {
    const names = [aName('soft fork'), aName('VAE'), aName('fork')]
    expect(findIn('Soft-forks, a VAEs’ fork; forked softforks.', names)).toEqual([
      ['soft fork', 'Soft-forks'],
      ['vae', 'VAEs'],
      ['fork', 'fork'],
    ])
  })

  test('where it is longest, and not what lies inside it', () => {
    const names = ['hash', 'hash time locked contract', 'time', 'contract', 'locked'].map((name) =>
      aName(name),
    )
    expect(findIn('A hash time locked contract, a hash time, locked.', names).map(([key]) => key)).toEqual([
      'hash time locked contract',
      'hash',
      'time',
      'locked',
    ])
  })

  test('before one that begins later and is longer', () => {
    expect(findIn('a b c d', [aName('a b'), aName('b c d')]).map(([key]) => key)).toEqual(['a b'])
  })

  test('behind the beginning of a longer one that is not there', () => {
    expect(findIn('a a b', [aName('a b'), aName('a a c')]).map(([key]) => key)).toEqual(['a b'])
  })

  test('as the shorter one where the longer one is not meant', () => {
    const names = [aName('attention'), aName('attention span', { context: new Set(['brain', 'focus']) })]
    expect(findIn('an attention span', names).map(([key]) => key)).toEqual(['attention'])
  })
})

describe('a word of everyday English', () => {
  test('that needs a capital is found with one only', () => {
    const names = [aName('RAG', { needsCapital: true })]
    expect(findIn('RAG and Rag and RAGs, but no rag', names).map(([, text]) => text)).toEqual([
      'RAG',
      'Rag',
      'RAGs',
    ])
  })

  const attention = aName('attention', { context: new Set(['attention', 'token', 'query', 'weight']) })

  test('is meant where two words of its explanation stand anywhere in the text', () => {
    expect(findIn('Attention gives each token a weight.', [attention])).toHaveLength(1)
    expect(findIn('Queries of tokens come before attention.', [attention])).toHaveLength(1)
  })

  test.each([
    ['one of them', 'Pay attention to each token.'],
    ['one of them twice', 'Attention, tokens and a token.'],
    ['itself', 'Attention, attention, attention!'],
    ['none', 'Pay attention.'],
  ])('but not with %s', (_, text) => {
    expect(findIn(text, [attention])).toEqual([])
  })

  test('is always meant in a heading', () => {
    expect(findIn('Attention', [attention], true)).toHaveLength(1)
    // Though not without the capital that makes it a name.
    expect(findIn('A rag', [aName('RAG', { needsCapital: true })], true)).toEqual([])
  })
})

test('without names, and in a text without words, nothing is found', () => {
  expect(findIn('a b c', [])).toEqual([])
  expect(findIn('…', [aName('a')])).toEqual([])
  expect(
    findIn('a b', [{ key: '', needsCapital: false, isUsual: false, context: null, sections: [] }]),
  ).toEqual([])
})

/** By the definition, in the square of everything. */
function searchNaively(text: string, names: readonly SoughtName[]): [string, number, number][] {
  const words = keyWords(text)
  const keys = words.map(({ key }) => key)
  const isMeant = ({ key, needsCapital, context }: SoughtName, first: number) => {
    const written = text.slice(words[first]?.from, words[first]?.to)
    if (needsCapital && written === written.toLowerCase()) return false
    if (context === null) return true
    return new Set(keys.filter((word) => word !== key && context.has(word))).size >= 2
  }
  const found: [string, number, number][] = []
  for (let first = 0; first < keys.length;) {
    const [best] = names
      .filter(({ key }) => `${keys.slice(first).join(' ')} `.startsWith(`${key} `))
      .filter((name) => isMeant(name, first))
      .sort((a, b) => b.key.split(' ').length - a.key.split(' ').length)
    const length = best?.key.split(' ').length ?? 1
    if (best) found.push([best.key, first, first + length - 1])
    first += length
  }
  return found
}

test('what a naive search finds is found', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'A', 'B', 'Dd')
  const name = fc
    .record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      needsCapital: fc.boolean(),
      isUsual: fc.constant(false),
      context: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'dd')), { freq: 2 }),
    })
    .map(({ words, needsCapital, context }) =>
      aName(words.join(' '), { needsCapital, context: context && new Set(context) }),
    )
  const names = fc.uniqueArray(name, { maxLength: 8, selector: ({ key }) => key })
  fc.assert(
    fc.property(names, fc.array(word, { maxLength: 25 }), (sought, words) => {
      const text = words.join(' ')
      const found = new NameMatcher(sought).find(keyWords(text), text)
      expect(found.map(({ name: { key }, first, last }) => [key, first, last])).toEqual(
        searchNaively(text, sought),
      )
    }),
    { numRuns: 1000 },
  )
})

test.each(hostileTexts)('200 kB of %s are searched', (_, text) => {
  const everywhere = new Set(['is', 'a', 'bitcoin', 'method', 'rag'])
  const names = ['a', 'is a', 'bitcoin', 'rag', 'ada lovelace', 'a vs a'].map((name) =>
    aName(name, { context: name.length === 1 ? everywhere : null }),
  )
  const words = keyWords(text)
  expect(new NameMatcher(names).find(words, text).length).toBeLessThanOrEqual(words.length)
})

test('a name with a context that stands at every second of 100,000 different words is found in time', () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `model x${at}`).join(' ')
  const context = new Set(['x1', 'x49999'])
  expect(findIn(text, [aName('model', { context })])).toHaveLength(50_000)
})
