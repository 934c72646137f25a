import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from '../../src/index/analyze.js'
import { foldWord } from '../../src/index/tokenize.js'
import { CompoundTable } from '../../src/index/compound-table.js'

const formOf = (word: string, language: string) => stem(foldWord(word), language)

/** A library that holds each of the words in as many passages as it is repeated. */
function aTable(words: string, language = 'de'): CompoundTable {
  const passages = new Map<string, number>()
  for (const word of words.split(' '))
    passages.set(formOf(word, language), (passages.get(formOf(word, language)) ?? 0) + 1)
  const table = CompoundTable.of(language, (form) => passages.get(form) ?? 0)
  if (!table) throw new RangeError(`${language} writes no compounds`)
  for (const form of passages.keys()) table.add(form)
  return table
}
const holdersOf = (table: CompoundTable, word: string) => table.holdersOf(foldWord(word), 10)

describe('compounds of a word', () => {
  test.each([
    ['Bienen', 'Bienenvolk Volk', 'bienenvolk'],
    ['Völker', 'Bienenvolk Biene', 'bienenvolk'],
    ['Datenschutz', 'Datenschutzgrundverordnung Grundverordnung', 'datenschutzgrundverordn'],
    ['Daten', 'Datenbank Bank', 'datenbank'],
    ['Verträge', 'Mietvertrages Miete', 'mietvertrag'],
    ['Arbeit', 'Arbeitsmarkt Markt', 'arbeitsmark'],
  ])('%s is found in one of %s', (word, library, expected) => {
    expect(holdersOf(aTable(library), word)).toEqual([expected])
  })

  test('the first part need not be a word of the library where its link tells it', () => {
    expect(holdersOf(aTable('Ameisensäure'), 'Säure')).toEqual(['ameisensaur'])
    expect(holdersOf(aTable('orientieren'), 'Tier')).toEqual([])
  })

  test.each([
    ['Insel', 'Pinsel'],
    ['Frage', 'Nachfrage'],
    ['Verein', 'vereinbaren'],
    ['Rate', 'Demokrate'],
    ['unter', 'Unterkunft Kunft'],
    ['Tag', 'Montag Mond'],
  ])('%s is no part of %s', (word, library) => {
    expect(holdersOf(aTable(library), word)).toEqual([])
  })

  test('those in most passages come first, ties by the alphabet, no more than are asked for', () => {
    const table = aTable('Volk Schwarm Haus Bienenhaus Bienenvolk Bienenschwarm Bienenschwarm')
    expect(table.holdersOf('bienen', 2)).toEqual(['bienenschwarm', 'bienenhaus'])
  })

  test('they do not depend on the order in which the library was read', () => {
    const words = 'Volk Bienenvolk Haus Bienenhaus Imkerei Honig Honigbiene Biene Ameisensäure Säure'.split(
      ' ',
    )
    const expected = holdersOf(aTable(words.join(' ')), 'Bienen')
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (order) => {
        expect(holdersOf(aTable(order.join(' ')), 'Bienen')).toEqual(expected)
      }),
    )
  })

  test('no word, however strange, is anything but an answer', () => {
    const table = aTable('Bienenvolk Volk Ameisensäure')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        expect(Array.isArray(table.holdersOf(word, 3))).toBe(true)
        table.partsOf(word, false)
        expect(typeof table.explains(word)).toBe('boolean')
      }),
    )
  })
})

describe('parts of a compound', () => {
  test.each([
    ['Heringshandel', 'Hering Handel', { head: 'hering', tail: 'handel' }],
    ['Gesellschaftstheorien', 'Gesellschaft Theorie', { head: 'gesellschaf', tail: 'theori' }],
    ['Bienenvölker', 'Biene Volk Bienenvolk', { head: 'bien', tail: 'volk' }],
  ])('%s is made of %s', (word, library, parts) => {
    expect(aTable(library).partsOf(foldWord(word), true)).toEqual(parts)
  })

  test('one known part is enough for a word that the library lacks, and not for one that it has', () => {
    expect(aTable('Schlaf').partsOf('schlafdauer', false)).toEqual({ head: 'schlaf', tail: 'dau' })
    expect(aTable('Schlaf Schlafdauer').partsOf('schlafdauer', true)).toBeNull()
    expect(aTable('Honig').partsOf('schlafdauer', false)).toBeNull()
  })
})

describe('explaining a word that no text holds', () => {
  test.each([
    ['Fastenzeit', 'fasten Zeit'],
    ['Heizung', 'Heizungskeller Keller'],
    ['gespült', 'spült'],
    ['einlegen', 'legen'],
  ])('%s is explained by %s', (word, library) => {
    expect(aTable(library).explains(foldWord(word))).toBe(true)
  })

  test('a misspelt word is not', () => {
    expect(aTable('Ameisensäure Säure').explains('ameisnesaure')).toBe(false)
  })
})

test('Dutch writes compounds too, English does not', () => {
  expect(holdersOf(aTable('zorgverzekering verzekering', 'nl'), 'zorg')).toEqual([
    formOf('zorgverzekering', 'nl'),
  ])
  expect(CompoundTable.of('en', () => 1)).toBeNull()
})

test('of thousands of words that end like the one asked for only the most frequent ones are taken apart', () => {
  const letters = [...'bcdfghklmnprtvwz']
  const derived = letters.flatMap((a) => letters.flatMap((b) => [`qu${a}u${b}isch`, `qu${a}i${b}isch`]))
  const passages = new Map([...derived, 'isch', 'haus'].map((form) => [form, 2]))
  passages.set('hausisch', 1)
  const table = CompoundTable.of('de', (form) => passages.get(form) ?? 0)
  for (const form of passages.keys()) table?.add(form)
  expect(table?.holdersOf('isch', 10)).toEqual([])
  passages.set('hausisch', 3)
  expect(table?.holdersOf('isch', 10)).toEqual(['hausisch'])
})
