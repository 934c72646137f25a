import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvertedIndex } from '../../../src/index/embedded/inverted-index.js'
import { WordMatcher } from '../../../src/index/embedded/word-matcher.js'

const text = (label: number, words: string) => ({
  label,
  documentId: 'd',
  ordinal: label,
  language: 'en',
  title: '',
  chapter: '',
  text: words,
  abbreviations: '',
})

function matcherOf(library: readonly string[], terms: readonly { word: string; forms: string[] }[]) {
  const index = new InvertedIndex()
  for (const [position, words] of library.entries()) index.add(text(position + 1, words))
  return new WordMatcher(index, index.score(terms))
}

const wave = { word: 'waves', forms: ['wave'] }
const stone = { word: 'stone', forms: ['stone'] }

describe('matchLines', () => {
  test('tells which term each word of each sentence is, in whatever inflection', () => {
    const matcher = matcherOf(['wave waves waved stone'], [wave, stone])
    expect(matcher.matchLines('the waved stone\nstones wave', 'en')).toEqual([
      [null, 0, 1],
      [null, 0],
    ])
    expect(matcher.matchLines('', 'en')).toEqual([[null]])
  })

  test('is what looking up every word gives, for words of any length and script', () => {
    const long = 'l'.repeat(40)
    const words = ['wave', 'waves', 'save', 'stone', 'élan', 'étang', '検索', long, `${long}l`, 'a']
    const terms = ['waves', 'élan', '検索', long].map((word) => ({
      word,
      forms: [word === 'waves' ? 'wave' : word],
    }))
    const matcher = matcherOf([words.join(' ')], terms)
    const expected = new Map([
      ['wave', 0],
      ['waves', 0],
      ['élan', 1],
      ['検索', 2],
      [long, 3],
    ])
    const line = fc.array(fc.constantFrom(...words, 'unknown'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const found = matcher.matchLines(lines.map((each) => each.join(' ')).join('\n'), 'en')
        expect(found).toEqual(lines.map((each) => each.map((word) => expected.get(word) ?? null)))
      }),
    )
  })
})

test('titles are matched as one line, once for all passages that share them', () => {
  const matcher = matcherOf(['wave stone'], [wave, stone])
  const titles = { language: 'en', title: 'of stone', chapter: 'and sand' }
  expect([matcher.maskOfTitle(titles), matcher.maskOfTitle(titles)]).toEqual([0b10, 0b10])
})
