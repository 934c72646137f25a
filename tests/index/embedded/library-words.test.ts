import { describe, expect, test } from 'vitest'
import { analyzeQuery } from '../../../src/index/analyze.js'
import { tokenize } from '../../../src/index/tokenize.js'
import { InvertedIndex, type IndexedText } from '../../../src/index/embedded/inverted-index.js'
import { LibraryWords } from '../../../src/index/embedded/library-words.js'

const aText = (label: number, text: string, abbreviations: [string, string][] = []): IndexedText => ({
  label,
  documentId: 'd',
  ordinal: label,
  language: 'en',
  title: '',
  chapter: '',
  text,
  abbreviations: abbreviations.length === 0 ? '' : JSON.stringify(abbreviations),
})

const aGermanText = (label: number, text: string): IndexedText => ({ ...aText(label, text), language: 'de' })

function aLibrary(...texts: IndexedText[]) {
  const lexical = new InvertedIndex()
  const words = new LibraryWords(lexical)
  for (const text of texts) {
    lexical.add(text)
    words.load(text)
  }
  while (words.readNext());
  return { lexical, words }
}

const alternatives = ({ words }: ReturnType<typeof aLibrary>, query: string) =>
  words
    .findAlternatives(analyzeQuery(query, ['en']))
    .map(({ word, standsFor }) => [word, standsFor?.group, standsFor?.from, standsFor?.to])

describe('alternatives', () => {
  test('an abbreviation and its long form stand for each other', () => {
    const library = aLibrary(aText(1, 'a variational autoencoder vae', [['VAE', 'variational autoencoder']]))
    expect(alternatives(library, 'training a VAE')).toEqual([
      ['variational', 0, 1, 2],
      ['autoencoder', 0, 1, 2],
    ])
    expect(alternatives(library, 'variational autoencoders')).toEqual([['vae', 0, 0, 2]])
  })

  test('a pair that was removed stands for nothing any more', () => {
    const text = aText(1, 'a variational autoencoder vae', [['VAE', 'variational autoencoder']])
    const library = aLibrary(text)
    library.lexical.remove(text)
    library.words.remove(text)
    expect(alternatives(library, 'VAE')).toEqual([])
  })

  test('two words that the library writes as one are looked for as one, a known name by its parts', () => {
    const library = aLibrary(aText(1, 'multisig bip324 bip 324 op_return op return'))
    expect(alternatives(library, 'multi sig')).toEqual([['multisig', 0, 0, 2]])
    expect(alternatives(library, 'BIP 324')).toEqual([['bip324', 0, 0, 2]])
    expect(alternatives(library, 'BIP324')).toEqual([
      ['bip', 0, 0, 1],
      ['324', 0, 0, 1],
    ])
    expect(alternatives(library, 'OP_RETURN')).toEqual([
      ['op', 0, 0, 1],
      ['return', 0, 0, 1],
    ])
    expect(alternatives(library, 'unknown words BIP999')).toEqual([])
  })

  test('their forms are those of every language of the library', () => {
    const { words } = aLibrary(aText(1, 'renting arrays', [['RA', 'renting arrays']]), {
      ...aText(2, 'zahlen'),
      language: 'de',
    })
    expect(words.findAlternatives([{ word: 'ra', forms: ['ra'] }]).map(({ forms }) => forms)).toEqual([
      ['rent', 'renting'],
      ['arrai', 'array', 'arrays'].filter((form) => form !== 'array'),
    ])
  })
})

describe('compounds', () => {
  const search = ({ words }: ReturnType<typeof aLibrary>, query: string) =>
    words
      .findAlternatives(analyzeQuery(query, ['de']))
      .map(({ forms, standsFor }) => [standsFor?.group, standsFor?.from, ...forms])

  test('a word is looked for in the compounds of the library, all as one alternative, and a compound by its parts', () => {
    const library = aLibrary(
      aGermanText(1, 'das volk der bienen'),
      aGermanText(2, 'bienenvolker im bienenhaus'),
    )
    library.lexical.add(aGermanText(3, 'das haus'))
    expect(search(library, 'Bienen')).toEqual([[0, 0, 'bienenhaus', 'bienenvolk']])
    expect(search(library, 'starkes Bienenvolk')).toEqual([
      [0, 1, 'bien'],
      [0, 1, 'volk'],
    ])
  })

  test('of a page that is pasted the first words are looked for in compounds', () => {
    const roots = [...'bcdfghklmnprstvw'].map((letter) => `${letter}urkalo`)
    const library = aLibrary(aGermanText(1, `haus ${roots.join(' ')} ${roots.join('haus ')}haus`))
    const found = search(library, roots.join(' '))
    expect(found.map(([, from]) => from)).toEqual(Array.from({ length: 12 }, (_, at) => at))
  })

  test('a compound that is gone is not looked for any more', () => {
    const gone = aGermanText(2, 'bienenvolk')
    const library = aLibrary(aGermanText(1, 'das volk der bienen'), gone)
    library.lexical.remove(gone)
    expect(search(library, 'Bienen')).toEqual([])
  })

  test('a word that the library has in English is no German compound with one known part', () => {
    const library = aLibrary(aText(1, 'spend pathfinding'), aGermanText(2, 'jedes ding'))
    const query = analyzeQuery('spending pathfinding', ['en', 'de'])
    expect(library.words.findAlternatives(query)).toEqual([])
  })

  test('English words are no parts of a German compound, and have none', () => {
    const library = aLibrary(aText(1, 'back ground background'), aGermanText(2, 'zahlen'))
    expect(search(library, 'background ground')).toEqual([])
  })

  test('a word that is made of known ones is not put right', () => {
    const texts = Array.from({ length: 60 }, (_, index) => aGermanText(index + 1, 'das fasten der zeit'))
    const library = aLibrary(...texts)
    const correct = (text: string) => library.words.suggestSpelling(text, tokenize(text), null)
    expect(correct('fastenzeit')).toBeNull()
    expect(correct('fastne')).toBe('fasten')
  })
})

describe('spelling', () => {
  const correct = ({ words }: ReturnType<typeof aLibrary>, text: string) =>
    words.suggestSpelling(text, tokenize(text), null)
  const manyTexts = Array.from({ length: 60 }, (_, index) => aText(index + 1, 'taproot signatures'))

  test('a word that the library does not know is put right from its own words', () => {
    expect(correct(aLibrary(...manyTexts), 'taprooot signatures')).toBe('taproot signatures')
    expect(correct(aLibrary(...manyTexts), 'taproot signature')).toBeNull()
  })

  test('nothing is suggested before all words are read', () => {
    const lexical = new InvertedIndex()
    for (const text of manyTexts) lexical.add(text)
    const words = new LibraryWords(lexical)
    expect(words.suggestSpelling('taprooot', tokenize('taprooot'), null)).toBeNull()
  })

  test('what stands beside it tells which word is meant, though it is rare', () => {
    const rare = [1, 2, 3].map((label) => aText(100 + label, 'gloria zhao'))
    const others = Array.from({ length: 60 }, (_, index) => aText(200 + index, 'erlay'))
    const library = aLibrary(...manyTexts, ...rare, ...others)
    expect(correct(library, 'gloria zao')).toBe('gloria zhao')
    expect(correct(library, 'taproot zao')).toBeNull()
    expect(correct(library, 'zao')).toBeNull()
  })

  test('what is no English word is likely misspelt, where hardly anything is in another language', () => {
    const frozen = [aText(201, 'frozen'), aText(202, 'frozen'), aText(203, 'forest'), aText(204, 'forest')]
    expect(correct(aLibrary(...manyTexts, ...frozen), 'fozen')).toBe('frozen')
    const german = manyTexts.map((text) => ({ ...text, label: text.label + 300, language: 'de' }))
    expect(correct(aLibrary(...manyTexts, ...frozen, ...german), 'fozen')).toBeNull()
  })

  test('an English word that the library lacks is left alone, but for one that is often misspelt for another', () => {
    const library = aLibrary(
      ...manyTexts,
      aText(201, 'separate'),
      aText(202, 'mutation'),
      aText(203, 'mutation'),
    )
    expect(correct(library, 'mutilation')).toBeNull()
    expect(correct(library, 'seperate')).toBe('separate')
  })

  test('what is typed in one language is put right by words of that language', () => {
    const german = Array.from({ length: 60 }, (_, index) => aGermanText(300 + index, 'die kultur im haus'))
    const english = Array.from({ length: 60 }, (_, index) => aText(400 + index, 'culture'))
    const { words } = aLibrary(...german, ...english)
    const suggest = (language: string | null, typed: string) =>
      words.suggestSpelling(typed, tokenize(typed), language)
    expect(suggest('de', 'die kulltur')).toBe('die kultur')
    expect(suggest('en', 'the kulltur')).toBeNull()
    // A small word of any language is no misspelling.
    expect(suggest('en', 'worin')).toBeNull()
  })

  test('nobody writes what only an ending makes a known word of', () => {
    const mining = Array.from({ length: 20 }, (_, index) => aText(100 + index, 'min mining'))
    expect(correct(aLibrary(...mining), 'minning')).toBe('mining')
    expect(correct(aLibrary(...mining), 'mined')).toBeNull()
  })

  test('words that come later are known, and those that went are not', () => {
    const library = aLibrary(...manyTexts)
    const later = Array.from({ length: 60 }, (_, index) => aText(100 + index, 'lightning'))
    for (const text of later) {
      library.lexical.add(text)
      library.words.add(text)
    }
    while (library.words.readNext());
    expect(correct(library, 'ligthning')).toBe('lightning')
    for (const text of later) {
      library.lexical.remove(text)
      library.words.remove(text)
    }
    while (library.words.readNext());
    expect(correct(library, 'ligthning')).toBeNull()
  })
})
