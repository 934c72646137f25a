import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from '../../src/index/tokenize.js'
import type { Suggestable } from '../../src/suggest/suggestion.js'
import { SuggestionIndex } from '../../src/suggest/suggestion-index.js'

const title = (text: string, weight = 0, documentId = text): Suggestable => ({
  kind: 'title',
  text,
  weight,
  documentId,
})

function anIndex(...entries: Suggestable[]): SuggestionIndex {
  const index = new SuggestionIndex()
  entries.forEach((entry, place) => index.set(String(place), entry))
  return index
}

const texts = (index: SuggestionIndex, typed: string, limit = 8) =>
  index.find(typed, limit).map(({ suggestable }) => suggestable.text)
/** The typed parts, cut out. */
const marked = (text: string, typed: string) =>
  anIndex(title(text))
    .find(typed, 1)[0]
    ?.ranges.map(([from, to]) => text.slice(from, to))

describe('finding', () => {
  test('every typed word begins a word, in any order, case and accents aside', () => {
    const index = anIndex(title('The Lightning Network'), title('Größe der Blöcke'), title('Über Nacht'))
    expect(texts(index, 'light')).toEqual(['The Lightning Network'])
    expect(texts(index, 'NET ligh')).toEqual(['The Lightning Network'])
    expect(texts(index, 'grosse bloc')).toEqual(['Größe der Blöcke'])
    expect(texts(index, 'uber n')).toEqual(['Über Nacht'])
    expect(texts(index, 'ightning')).toEqual([])
    expect(texts(index, 'lightning lightning')).toEqual([])
  })

  test('umlauts may be spelt out, where nothing is written so', () => {
    const index = anIndex(title('Wärmepumpe im Altbau'), title('Poesie'), title('Pose'))
    expect(texts(index, 'waerm')).toEqual(['Wärmepumpe im Altbau'])
    expect(texts(index, 'poes')).toEqual(['Poesie'])
    expect(marked('Wärmepumpe', 'waerm')).toEqual(['Wärm'])
    expect(marked('04 waermepumpe', 'wärm')).toEqual(['waerm'])
  })

  test('nothing typed finds nothing', () => {
    for (const typed of ['', '   ', '?!']) expect(texts(anIndex(title('A')), typed)).toEqual([])
  })

  test('text without spaces is found by any part of it', () => {
    const index = anIndex(title('東京タワーの話'))
    for (const typed of ['東', '京タ', 'タワー', '話', '東京タワーの話']) {
      expect(texts(index, typed)).toEqual(['東京タワーの話'])
      expect(marked('東京タワーの話', typed)).toEqual([typed])
    }
    expect(texts(index, '京東')).toEqual([])
  })

  test('what was replaced or deleted is gone', () => {
    const index = anIndex(title('Alpha'))
    index.set('0', title('Beta'))
    expect(texts(index, 'a')).toEqual([])
    expect(texts(index, 'b')).toEqual(['Beta'])
    index.delete('0')
    expect(texts(index, 'b')).toEqual([])
    expect(index.size).toBe(0)
  })
})

describe('marking', () => {
  test.each([
    ['The Lightning Network', 'light', ['Light']],
    ['The Lightning Network', 'net the', ['The', 'Net']],
    ['Die Straße', 'strass', ['Straß']],
    ['Café au lait', 'cafe', ['Café']],
    ['C++ and C#', 'c#', ['C#']],
    ['A A A', 'a a', ['A', 'A']],
  ])('in %s, %s marks %j', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected)
  })
})

describe('ranking', () => {
  test('a text that begins with what was typed, then one that holds it in a row, then one that holds its words', () => {
    const index = anIndex(
      title('Channel jamming in Lightning', 9),
      title('Why lightning channels', 5),
      title('Lightning channels', 1),
      title('Lightning: on channels', 7),
    )
    expect(texts(index, 'lightning channel')).toEqual([
      'Lightning channels',
      'Why lightning channels',
      'Channel jamming in Lightning', // words only, heavier than the next
      'Lightning: on channels',
    ])
  })

  test('within a tier the heavier one; equal texts once, the heavier one', () => {
    const index = anIndex(title('Taproot', 1, 'old'), title('TAPROOT', 3, 'new'), title('Taproot now', 2))
    expect(index.find('tap', 8).map(({ suggestable }) => suggestable.documentId)).toEqual([
      'new',
      'Taproot now',
    ])
  })

  test('the best of many are those that a full sort gives', () => {
    const word = fc.constantFrom('a', 'ab', 'abc', 'abcd', 'b', 'ba')
    const entry = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      weight: fc.nat({ max: 5 }),
    })
    const typedWords = fc.array(word, { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 30 }),
        typedWords,
        fc.integer({ min: 1, max: 4 }),
        (entries, typed, limit) => {
          const all = entries.map(({ words, weight }) => ({ text: words.join(' '), words, weight }))
          const tierOf = (words: readonly string[]): number | null => {
            const rows = words.map((_, start) =>
              typed.every((each, place) =>
                place === typed.length - 1
                  ? words[start + place]?.startsWith(each)
                  : words[start + place] === each,
              ),
            )
            if (rows.includes(true)) return rows[0] ? 0 : 1
            const left = [...words]
            for (const each of typed) {
              const place = left.findIndex((candidate) => candidate.startsWith(each))
              if (place < 0) return null
              left.splice(place, 1)
            }
            return 2
          }
          const ranked = all
            .map((each) => ({ ...each, tier: tierOf(each.words) }))
            .filter(({ tier }) => tier !== null)
            .sort(
              (x, y) => Number(x.tier) - Number(y.tier) || y.weight - x.weight || (x.text < y.text ? -1 : 1),
            )
          const expected = [...new Set(ranked.map(({ text }) => text))].slice(0, limit)
          const index = anIndex(...all.map(({ text, weight }) => title(text, weight)))
          expect(texts(index, typed.join(' '), limit)).toEqual(expected)
        },
      ),
    )
  })
})

test('whatever is typed, ranges are in order, apart and inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 5 }), (text, length) => {
      const typed = tokenize(text).at(-1)?.token.slice(0, length) ?? ''
      for (const { ranges } of anIndex(title(text)).find(typed, 1))
        ranges.flat().reduce((before, place) => {
          expect(place).toBeGreaterThanOrEqual(before)
          expect(place).toBeLessThanOrEqual(text.length)
          return place
        }, 0)
    }),
  )
})
