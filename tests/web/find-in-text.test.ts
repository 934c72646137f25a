import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTextFinder, isFindable } from '../../web/src/find-in-text.js'

/** The words of each match as they are written, the parts of different texts joined by ` | `. */
function found(words: string, ...texts: string[]): string[] {
  return createTextFinder(texts)(words).map(({ line, from, lastLine, to }) => {
    if (line === lastLine) return (texts[line] ?? '').slice(from, to)
    const between = texts.slice(line + 1, lastLine)
    return [texts[line]?.slice(from), ...between, texts[lastLine]?.slice(0, to)].join(' | ')
  })
}

describe('finding in a text', () => {
  test('case and accents do not matter, and what is found is what is written', () => {
    expect(found('café', 'A CAFE, a Café, a cafe\u0301.')).toEqual(['CAFE', 'Café', 'cafe\u0301'])
    expect(found('cafe', 'Café')).toEqual(['Café'])
  })

  test('part of a word is found, as in every find', () => {
    expect(found('neighb', 'The neighbours of a neighbour.')).toEqual(['neighb', 'neighb'])
  })

  test('a phrase runs over the end of a line', () => {
    expect(found('rank fusion', 'Reciprocal rank', 'fusion of two')).toEqual(['rank | fusion'])
    expect(found('a b c', 'x a', 'b', 'c y')).toEqual(['a | b | c'])
  })

  test('typed quotes, dashes and spaces find typeset ones', () => {
    expect(found("don't", 'I don’t know')).toEqual(['don’t'])
    expect(found('two  words', 'two\u00a0words')).toEqual(['two\u00a0words'])
    expect(found('a-b', 'a–b')).toEqual(['a–b'])
  })

  test('a character that folds to two is found whole', () => {
    expect(found('fi', 'the ﬁrst ofﬁce')).toEqual(['ﬁ', 'ﬁ'])
    expect(found('i', 'İ')).toEqual([])
    expect(found('ir', 'İr')).toEqual(['İr'])
  })

  test('signs of patterns stand for themselves', () => {
    expect(found('a.*', 'ab a.* (a')).toEqual(['a.*'])
    expect(found('(a', 'ab a.* (a')).toEqual(['(a'])
  })

  test('matches do not overlap', () => {
    expect(found('aa', 'aaaa')).toEqual(['aa', 'aa'])
  })

  test('a single letter is too much to find, a single word of another script is not', () => {
    expect(['a', ' ', '', 'é', '記', 'ab'].map(isFindable)).toEqual([false, false, false, false, true, true])
    expect(found('記', '日記')).toEqual(['記'])
  })

  test('finds what a plain search of the joined text finds', () => {
    const text = fc.stringMatching(/^[abAB]([abAB ]{0,8}[abAB])?$/).map((each) => each.replace(/ +/g, ' '))
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.stringMatching(/^[ab]{2,3}$/),
        (texts, words) => {
          const joined = texts.join(' ').toLowerCase()
          expect(found(words, ...texts).length).toBe(joined.split(words).length - 1)
          for (const match of found(words, ...texts)) expect(match.toLowerCase()).toBe(words)
        },
      ),
    )
  })
})
