import { describe, expect, onTestFinished, test } from 'vitest'
import { quantizationScale } from '../../src/embed/quantize.js'
import { analyzeQuery } from '../../src/index/analyze.js'
import { tokenize } from '../../src/index/tokenize.js'
import type { IndexEntry, SearchFilter, SearchIndex } from '../../src/index/search-index.js'
import { anEntry, changesOf, vector } from './entry-builder.js'
import type { IndexAdapter } from './search-index-contract.js'

/** The part of the contract that is about words: those of a filter, and what they and the vectors are evidence of. */

const en = (text: string) => analyzeQuery(text, ['en'])
const ids = (ranking: readonly { passageId: string }[]) => ranking.map(({ passageId }) => passageId)

export function describeSearchEvidence(adapter: IndexAdapter): void {
  const openWith = async (entries: readonly IndexEntry[]): Promise<SearchIndex> => {
    const opened = await adapter.open()
    onTestFinished(() => opened.dispose())
    await opened.index.apply(changesOf(entries), 1)
    return opened.index
  }

  describe('words of a filter', () => {
    const passages = [
      anEntry({
        passageId: 'a',
        ordinal: 0,
        text: 'The state channel is open. Channels close later.',
        vector: vector(1, 0, 0, 0),
      }),
      anEntry({
        passageId: 'b',
        ordinal: 1,
        text: 'A channel of state, and states of channels.',
        vector: vector(0, 1, 0, 0),
      }),
      anEntry({
        passageId: 'c',
        ordinal: 2,
        title: 'State channel basics',
        text: 'Nothing here.',
        vector: vector(0, 0, 1, 0),
      }),
      anEntry({
        passageId: 'd',
        ordinal: 3,
        text: 'It is in the état. Channel islands.',
        vector: vector(0, 0, 0, 1),
      }),
    ]
    const found = async (filter: SearchFilter) => {
      const index = await openWith(passages)
      const dense = ids(await index.searchDense(vector(1, 1, 1, 1), filter, 10)).sort()
      const lexical = ids(await index.searchLexical(en('state channel nothing island'), filter, 10)).sort()
      expect(lexical).toEqual(dense)
      return dense
    }

    test('a phrase is its words in a row, in text or title, folded and not stemmed', async () => {
      expect(await found({ phrases: [['state', 'channel']] })).toEqual(['a', 'c'])
      expect(await found({ phrases: [['channels']] })).toEqual(['a', 'b'])
      expect(await found({ phrases: [['etat', 'channel']] })).toEqual(['d'])
      expect(await found({ phrases: [['open', 'channels']] })).toEqual(['a']) // over the end of a sentence
      expect(await found({ phrases: [['stat']] })).toEqual([])
      expect(await found({ phrases: [['state', 'channel'], ['close']] })).toEqual(['a'])
    })

    test('an excluded word keeps out all its forms, an excluded phrase only itself', async () => {
      expect(await found({ excludedTerms: en('states') })).toEqual(['d'])
      expect(await found({ excludedPhrases: [['state', 'channel']] })).toEqual(['b', 'd'])
      expect(await found({ excludedTerms: en('unknown') })).toEqual(['a', 'b', 'c', 'd'])
      expect(await found({ phrases: [['channel']], excludedTerms: en('open') })).toEqual(['b', 'c', 'd'])
    })

    test('a filter that says nothing about words is not narrowed by what another one said', async () => {
      const index = await openWith(passages)
      await index.searchDense(vector(1, 1, 1, 1), { excludedTerms: en('state') }, 10)
      expect(await index.searchDense(vector(1, 1, 1, 1), {}, 10)).toHaveLength(4)
    })
  })

  describe('evidence', () => {
    const int8 = (...components: number[]) => Int8Array.from(components)
    const entries = [
      anEntry({ passageId: 'before', ordinal: 0, text: 'a narwhal', vector: vector(0, 1, 0, 0) }),
      anEntry({
        passageId: 'best',
        ordinal: 1,
        title: 'arctic whales',
        text: 'The beluga whale sings. A walrus does not.',
        sentences: [
          { from: 0, to: 23 },
          { from: 24, to: 42 },
        ],
        vector: vector(1, 0, 0, 0),
        sentenceVectors: [int8(100, 0, 0, 0), int8(0, 50, 0, 0)],
      }),
      anEntry({ passageId: 'gap', ordinal: 3, text: 'a beluga' }),
    ]

    test('is what the passage, its titles and its neighbours hold', async () => {
      const index = await openWith(entries)
      const terms = en('beluga whale narwhal')
      const probe = { terms, vector: vector(1, 1, 0, 0) }
      const [best, gap] = await index.gatherEvidence(['best', 'unknown', 'gap'], probe)
      const lexical = new Map(
        (await index.searchLexical(terms, {}, 10)).map((hit) => [hit.passageId, hit.score]),
      )
      // beluga is in two of three passages, whale and narwhal in one each
      const [common, rare] = [Math.log(1 + 1.5 / 2.5), Math.log(1 + 2.5 / 1.5)]
      const all = common + 2 * rare
      expect(best).toEqual({
        passageId: 'best',
        documentId: 'document-1',
        lexical: lexical.get('best'),
        dense: expect.closeTo(Math.SQRT1_2, 6) as number,
        neighbours: [expect.closeTo(Math.SQRT1_2, 6) as number],
        coverage: expect.closeTo(1, 12) as number,
        titleCoverage: expect.closeTo(rare / all, 12) as number,
        pairs: 0.5,
      })
      expect(gap).toMatchObject({ passageId: 'gap', dense: null, neighbours: [] })
    })

    test('of sentences is what each of them holds, and how near it is', async () => {
      const index = await openWith(entries)
      const probe = { terms: en('beluga whale'), vector: vector(1, 1, 0, 0) }
      const near = (value: number) => expect.closeTo((value * Math.SQRT1_2) / quantizationScale, 6) as number
      expect(await index.gatherSentences(['best', 'unknown', 'gap'], probe)).toEqual([
        {
          passageId: 'best',
          sentences: [
            { similarity: near(100), coverage: expect.closeTo(1, 12) as number },
            { similarity: near(50), coverage: 0 },
          ],
        },
        { passageId: 'gap', sentences: [{ similarity: null, coverage: expect.any(Number) as number }] },
      ])
    })

    test('without a vector, or without terms, is what the other side knows', async () => {
      const index = await openWith(entries)
      const [byWords] = await index.gatherEvidence(['best'], { terms: en('walrus'), vector: null })
      expect(byWords).toMatchObject({ dense: null, coverage: 1 })
      const [byMeaning] = await index.gatherEvidence(['best'], { terms: [], vector: vector(1, 0, 0, 0) })
      expect(byMeaning).toMatchObject({ lexical: 0, coverage: 0, pairs: 0, dense: 1 })
    })
  })

  describe('what was asked twice, or in one character', () => {
    test('inflections of one word are one term, and a term typed in both its ways counts once', async () => {
      expect(en('fee fees rise rising').map(({ word }) => word)).toEqual(['fee', 'rise'])
      const index = await openWith([
        anEntry({ passageId: 'a', text: 'A variational autoencoder (VAE) learns a distribution.' }),
      ])
      expect(await index.findAlternatives(en('VAE variational autoencoder'))).toEqual([])
    })

    test('one character of a script without spaces is found inside words, in quotes too', async () => {
      const index = await openWith([
        anEntry({ passageId: 'a', language: 'ja', text: '秘密鍵を守る' }),
        anEntry({ passageId: 'b', language: 'ja', text: '取引を送る' }),
      ])
      expect(ids(await index.searchLexical(analyzeQuery('鍵', ['ja']), {}, 10))).toEqual(['a'])
      expect(ids(await index.listNewest({ phrases: [['鍵']] }, 10))).toEqual(['a'])
      expect(ids(await index.listNewest({ excludedTerms: analyzeQuery('鍵', ['ja']) }, 10))).toEqual(['b'])
    })

    test('a name of a thousand words is a name all the same', async () => {
      const index = await openWith([anEntry({ passageId: 'a', speakers: ['Anna Meyer'] })])
      const names = ['Anna '.repeat(1_000), Array.from({ length: 900 }, (_, at) => `w${at}`).join(' ')]
      expect(ids(await index.listNewest({ speakers: names }, 10))).toEqual(['a'])
    })
  })

  describe('without a question', () => {
    test('the newest documents come first, each with its first passage that the filter leaves', async () => {
      const index = await openWith([
        anEntry({ passageId: 'old', documentId: 'a', publishedAt: '2020-01-01T00:00:00.000Z' }),
        anEntry({ passageId: 'undated', documentId: 'b', publishedAt: null }),
        anEntry({ passageId: 'ad', documentId: 'c', ordinal: 0, ad: true }),
        anEntry({ passageId: 'new', documentId: 'c', ordinal: 1 }),
        anEntry({ passageId: 'newer', documentId: 'c', ordinal: 2 }),
      ])
      expect(ids(await index.listNewest({}, 10))).toEqual(['new', 'old', 'undated'])
      expect(ids(await index.listNewest({}, 1))).toEqual(['new'])
      expect(ids(await index.listNewest({ documentIds: ['a', 'b'] }, 10))).toEqual(['old', 'undated'])
      const excluding = { excludedPhrases: [['text', 'of', 'new']] }
      expect(ids(await index.listNewest(excluding, 10))).toEqual(['newer', 'old', 'undated'])
    })
  })

  describe('the words of the library', () => {
    test('an abbreviation that it explains is looked for by its long form, and is not once the text is gone', async () => {
      const index = await openWith([
        anEntry({ passageId: 'a', text: 'A variational autoencoder (VAE) learns a distribution.' }),
      ])
      const found = await index.findAlternatives(en('vae'))
      expect(found.map(({ word }) => word)).toEqual(['variational', 'autoencoder'])
      await index.apply([{ documentId: 'document-1', entries: [] }], 2)
      expect(await index.findAlternatives(en('vae'))).toEqual([])
    })

    test('of words the languages are told in which the library has them, in any inflection', async () => {
      const index = await openWith([
        anEntry({ passageId: 'a', language: 'en', text: 'houses and bread' }),
        anEntry({ passageId: 'b', language: 'de', text: 'Häuser backen' }),
        anEntry({ passageId: 'c', language: 'ja', text: '取引を送る' }),
      ])
      const words = ['house', 'haus', 'backt', '取引', 'moon']
      expect(await index.languagesOf(words)).toEqual([['en'], ['de'], ['de'], ['ja'], []])
    })

    test('a misspelt word is put right from them', async () => {
      const entries = Array.from({ length: 60 }, (_, at) =>
        anEntry({ passageId: `p${at}`, text: 'schnorr signatures' }),
      )
      const index = await openWith(entries)
      const text = 'schnor signatures'
      expect(await index.suggestSpelling(text, tokenize(text), 'en')).toBe('schnorr signatures')
    })
  })
}
