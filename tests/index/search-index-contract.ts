import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { analyzeQuery } from '../../src/index/analyze.js'
import type { IndexEntry, SearchIndex } from '../../src/index/search-index.js'
import { anEntry, changesOf, vector } from './entry-builder.js'
import { describeSearchEvidence } from './search-evidence-contract.js'
import { describeSearchFilters } from './search-filter-contract.js'

/** What every adapter of SearchIndex must do. */

export interface IndexAdapter {
  name: string
  /** A new, empty index of `anIdentity`. */
  open: () => Promise<IndexUnderTest>
}

export interface IndexUnderTest {
  index: SearchIndex
  /** Closes the index and opens what it left behind. */
  reopen: () => Promise<SearchIndex>
  dispose: () => Promise<void>
}

const en = (text: string) => analyzeQuery(text, ['en'])
const ids = (ranking: readonly { passageId: string }[]) => ranking.map(({ passageId }) => passageId)

export function describeSearchIndex(adapter: IndexAdapter): void {
  const open = async (): Promise<IndexUnderTest> => {
    const opened = await adapter.open()
    onTestFinished(() => opened.dispose())
    return opened
  }
  const openWith = async (entries: readonly IndexEntry[]): Promise<SearchIndex> => {
    const { index } = await open()
    await index.apply(changesOf(entries), 1)
    return index
  }

  describe('applying changes', () => {
    test('an empty index has watermark 0 and finds nothing', async () => {
      const { index } = await open()
      expect(await index.watermark()).toBe(0)
      expect(await index.searchLexical(en('anything'), {}, 10)).toEqual([])
      expect(await index.searchDense(vector(1, 0, 0, 0), {}, 10)).toEqual([])
      expect(await index.stats()).toMatchObject({ passages: 0, vectors: 0, languages: [] })
    })

    test('what was applied is found by word and by vector, and the watermark moved', async () => {
      const index = await openWith([
        anEntry({ passageId: 'a', text: 'how rivers freeze', vector: vector(1, 0, 0, 0) }),
        anEntry({ passageId: 'b', text: 'how bread rises', vector: vector(0, 1, 0, 0) }),
      ])
      expect(await index.watermark()).toBe(1)
      expect(ids(await index.searchLexical(en('frozen river freezing'), {}, 10))).toEqual(['a'])
      expect(await index.searchDense(vector(0, 1, 0, 0), {}, 1)).toEqual([{ passageId: 'b', score: 1 }])
    })

    test('a document applied again is replaced: gone passages are gone, changed ones are found by their new text only', async () => {
      const index = await openWith([
        anEntry({ passageId: 'kept', text: 'walrus', vector: vector(1, 0, 0, 0) }),
        anEntry({ passageId: 'changed', text: 'narwhal', vector: vector(0, 1, 0, 0) }),
        anEntry({ passageId: 'gone', text: 'seal', vector: vector(0, 0, 1, 0) }),
        anEntry({ passageId: 'other', documentId: 'document-2', text: 'orca', vector: vector(0, 0, 0, 1) }),
      ])
      const entries = [
        anEntry({ passageId: 'kept', text: 'walrus', vector: vector(1, 0, 0, 0) }),
        anEntry({ passageId: 'changed', text: 'beluga', vector: vector(0, 0, 1, 1) }),
      ]
      await index.apply([{ documentId: 'document-1', entries }], 2)
      expect(await index.watermark()).toBe(2)
      expect(ids(await index.searchLexical(en('walrus narwhal seal orca beluga'), {}, 10)).sort()).toEqual([
        'changed',
        'kept',
        'other',
      ])
      expect(await index.searchLexical(en('narwhal seal'), {}, 10)).toEqual([])
      const dense = await index.searchDense(vector(0, 0, 1, 1), {}, 10)
      expect(dense[0]).toEqual({ passageId: 'changed', score: expect.closeTo(1, 6) as number })
      expect(ids(dense)).toEqual(['changed', 'other', 'kept'])
      expect(await index.stats()).toMatchObject({ passages: 3, vectors: 3 })
    })

    test('a passage whose vector comes later is found by words first, then by both', async () => {
      const index = await openWith([anEntry({ passageId: 'a', text: 'lighthouse' })])
      expect(ids(await index.searchLexical(en('lighthouses'), {}, 10))).toEqual(['a'])
      expect(await index.searchDense(vector(1, 0, 0, 0), {}, 10)).toEqual([])
      expect(await index.stats()).toMatchObject({ passages: 1, vectors: 0 })
      await index.apply(
        changesOf([anEntry({ passageId: 'a', text: 'lighthouse', vector: vector(1, 0, 0, 0) })]),
        2,
      )
      expect(ids(await index.searchLexical(en('lighthouses'), {}, 10))).toEqual(['a'])
      expect(ids(await index.searchDense(vector(1, 0, 0, 0), {}, 10))).toEqual(['a'])
    })

    test('a document without entries is gone, and one that never was may go too', async () => {
      const index = await openWith([anEntry({ passageId: 'a', text: 'tide', vector: vector(1, 0, 0, 0) })])
      await index.apply(
        [
          { documentId: 'document-1', entries: [] },
          { documentId: 'unknown', entries: [] },
        ],
        7,
      )
      expect(await index.searchLexical(en('tide'), {}, 10)).toEqual([])
      expect(await index.searchDense(vector(1, 0, 0, 0), {}, 10)).toEqual([])
      expect(await index.watermark()).toBe(7)
    })

    test('a step that fails changes nothing, not even the documents before the bad one', async () => {
      const index = await openWith([anEntry({ passageId: 'a', text: 'first' })])
      const bad = anEntry({ passageId: 'b', documentId: 'document-2', vector: new Float32Array(3) })
      const changes = changesOf([anEntry({ passageId: 'a', text: 'second' }), bad])
      await expect(index.apply(changes, 2)).rejects.toThrow('the vector of passage b has 3 dimensions, not 4')
      expect(await index.watermark()).toBe(1)
      expect(ids(await index.searchLexical(en('first second'), {}, 10))).toEqual(['a'])
      expect(await index.searchLexical(en('second'), {}, 10)).toEqual([])
      await index.apply(changesOf([anEntry({ passageId: 'a', text: 'third' })]), 2)
      expect(ids(await index.searchLexical(en('third'), {}, 10))).toEqual(['a'])
    })

    test('steps begun together are applied in their order', async () => {
      const { index } = await open()
      await Promise.all(
        ['one', 'two', 'three'].map((text, position) =>
          index.apply(changesOf([anEntry({ passageId: 'a', text })]), position + 1),
        ),
      )
      expect(ids(await index.searchLexical(en('three'), {}, 10))).toEqual(['a'])
      expect(await index.searchLexical(en('one two'), {}, 10)).toEqual([])
      expect(await index.watermark()).toBe(3)
    })

    test('a cleared index is empty, starts at 0 and takes new entries', async () => {
      const index = await openWith([anEntry({ passageId: 'a', text: 'old', vector: vector(1, 0, 0, 0) })])
      await index.clear()
      expect(await index.watermark()).toBe(0)
      expect(await index.searchLexical(en('old'), {}, 10)).toEqual([])
      expect(await index.searchDense(vector(1, 0, 0, 0), {}, 10)).toEqual([])
      await index.apply(changesOf([anEntry({ passageId: 'a', text: 'new', vector: vector(0, 1, 0, 0) })]), 1)
      expect(ids(await index.searchLexical(en('old new'), {}, 10))).toEqual(['a'])
      expect(await index.searchDense(vector(0, 1, 0, 0), {}, 10)).toEqual([{ passageId: 'a', score: 1 }])
    })

    test('everything is there after a restart', async () => {
      const { index, reopen } = await open()
      const entries = [
        anEntry({ passageId: 'a', text: 'glacier', speakers: ['Ada Byron'], vector: vector(1, 0, 0, 0) }),
        anEntry({ passageId: 'b', text: 'volcano', ad: true, vector: vector(0, 1, 0, 0) }),
      ]
      await index.apply(changesOf(entries), 5)
      const answers = async (of: SearchIndex) => [
        await of.watermark(),
        await of.searchLexical(en('glacier volcano'), { includeAds: true }, 10),
        await of.searchLexical(en('glacier volcano'), { speakers: ['ada'] }, 10),
        await of.searchDense(vector(1, 1, 0, 0), { includeAds: true }, 10),
      ]
      const before = await answers(index)
      expect(before).toMatchObject([5, [{}, {}], [{ passageId: 'a' }], [{}, {}]])
      expect(await answers(await reopen())).toEqual(before)
    })

    test('statistics count passages and vectors, and order languages by passages', async () => {
      const index = await openWith([
        anEntry({ passageId: 'a', language: 'de-CH', vector: vector(1, 0, 0, 0) }),
        anEntry({ passageId: 'b', language: 'de' }),
        anEntry({ passageId: 'c', language: 'fr' }),
        anEntry({ passageId: 'd', language: null }),
        anEntry({ passageId: 'e', language: 'en-GB' }),
        anEntry({ passageId: 'f', language: 'en' }),
      ])
      const stats = await index.stats()
      expect(stats).toEqual({
        passages: 6,
        vectors: 1,
        languages: ['en', 'de', 'fr'],
        sizeBytes: expect.any(Number) as number,
      })
      expect(stats.sizeBytes).toBeGreaterThan(0)
    })
  })

  describe('lexical search', () => {
    test('more of the words, and rarer ones, rank higher', async () => {
      const index = await openWith([
        anEntry({ passageId: 'both', text: 'the mempool holds a transaction until it is mined' }),
        anEntry({ passageId: 'rare', text: 'the mempool is not one thing but many, says everyone' }),
        anEntry({ passageId: 'common-1', text: 'a transaction has inputs and outputs, as we all know' }),
        anEntry({ passageId: 'common-2', text: 'a transaction can be replaced by another of higher fee' }),
        anEntry({ passageId: 'none', text: 'nothing of this kind is said in here, of all the places' }),
      ])
      // mempool is in 2 passages, transaction in 3
      expect(ids(await index.searchLexical(en('mempool transactions'), {}, 10)).slice(0, 2)).toEqual([
        'both',
        'rare',
      ])
    })

    test('words of the text count more than words of the title, and the title finds too', async () => {
      const index = await openWith([
        anEntry({ passageId: 'text', title: 'monday', text: 'schnorr' }),
        anEntry({ passageId: 'title', title: 'schnorr', text: 'monday' }),
        anEntry({ passageId: 'chapter', chapter: 'schnorr', text: 'monday' }),
      ])
      const ranking = ids(await index.searchLexical(en('schnorr'), {}, 10))
      expect(ranking[0]).toBe('text')
      expect(ranking.toSorted()).toEqual(['chapter', 'text', 'title'])
    })

    test('equal passages are ordered by id, and cut in that order', async () => {
      const entries = ['d', 'a', 'c', 'b'].map((passageId) => anEntry({ passageId, text: 'same words' }))
      const index = await openWith(entries)
      expect(ids(await index.searchLexical(en('words'), {}, 10))).toEqual(['a', 'b', 'c', 'd'])
      expect(ids(await index.searchLexical(en('words'), {}, 3))).toEqual(['a', 'b', 'c'])
    })

    test('scores are larger for better, and never increase', async () => {
      const entries = [1, 2, 3, 4].map((times) =>
        anEntry({ passageId: `p${times}`, text: 'wave '.repeat(times) + 'filler '.repeat(6) }),
      )
      const scores = (await (await openWith(entries)).searchLexical(en('wave'), {}, 10)).map(
        ({ score }) => score,
      )
      expect(scores).toHaveLength(4)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    })

    test('no terms, or no depth, give an empty ranking', async () => {
      const index = await openWith([anEntry({ passageId: 'a', text: 'word' })])
      expect(await index.searchLexical([], {}, 10)).toEqual([])
      expect(await index.searchLexical([{ word: '', forms: [''] }], {}, 10)).toEqual([])
      expect(await index.searchLexical(en('word'), {}, 0)).toEqual([])
    })

    test('a word is found in the form of its document’s language', async () => {
      const index = await openWith([
        anEntry({ passageId: 'de', language: 'de', text: 'Wer zahlt die Gebühren?' }),
        anEntry({ passageId: 'en', language: 'en', text: 'Who pays the fees?' }),
        anEntry({ passageId: 'ja', language: 'ja', text: '日本語の検索エンジン' }),
      ])
      const search = async (text: string) =>
        ids(await index.searchLexical(analyzeQuery(text, ['en', 'de', 'ja']), {}, 10))
      expect(await search('zahlen')).toEqual(['de'])
      expect(await search('GEBUHR')).toEqual(['de'])
      expect(await search('paying')).toEqual(['en'])
      expect(await search('検索')).toEqual(['ja'])
    })

    test('names with signs and digits are words of their own', async () => {
      const index = await openWith([
        anEntry({ passageId: 'c', text: 'the language C is old' }),
        anEntry({ passageId: 'cpp', text: 'the language C++ is large' }),
        anEntry({ passageId: 'version', text: 'released as 3.14 in spring' }),
        anEntry({ passageId: 'opcode', text: 'OP_RETURN carries data' }),
        anEntry({ passageId: 'dont', text: 'no, we don’t' }),
        anEntry({ passageId: 'hyphen', text: 'a multi-agent system' }),
      ])
      const search = async (text: string) => ids(await index.searchLexical(en(text), {}, 10))
      expect(await search('C++')).toEqual(['cpp'])
      expect(await search('c')).toEqual(['c'])
      expect(await search('3.14')).toEqual(['version'])
      expect(await search('op_return')).toEqual(['opcode'])
      expect(await search("don't")).toEqual(['dont'])
      expect(await search('multi agent')).toEqual(['hyphen'])
    })

    test.each([
      '"',
      "'",
      '""',
      '*',
      'a*',
      'NEAR(a b)',
      'a AND',
      'OR',
      'NOT',
      '-word',
      '^start',
      'title:word',
      '{title}: a',
      '(',
      ')',
      'C++',
      "don't",
      'multi-agent',
      '3.14',
      'what is X?',
      '🎙️',
      '\0',
      'a\0b',
      '\uD800',
      'x'.repeat(2000),
      '%',
      '\\',
      ';--',
      'word '.repeat(400),
      'ﷺ',
      '½',
      'e\u0301',
      '‮',
      'null',
      '__proto__',
    ])('the query %j is text, not syntax', async (text) => {
      const index = await sharedIndex()
      const terms = [...en(text), { word: text, forms: [text] }]
      const ranking = await index.searchLexical(terms, {}, 10)
      expect(ranking.every(({ passageId }) => passageId === 'a')).toBe(true)
      // and it has done no harm
      expect(ids(await index.searchLexical(en('word'), {}, 10))).toEqual(['a'])
    })

    test('a query of two thousand different words finds what one of them would', async () => {
      const words = Array.from({ length: 2000 }, (_, position) => `w${position}`)
      const index = await sharedIndex()
      expect(ids(await index.searchLexical(en(`${words.join(' ')} word`), {}, 10))).toEqual(['a'])
    })

    let shared: Promise<IndexUnderTest> | undefined
    const sharedIndex = async () => {
      shared ??= adapter.open().then(async (opened) => {
        await opened.index.apply(
          changesOf([anEntry({ passageId: 'a', text: 'a word, what is X, don’t C++ 3.14' })]),
          1,
        )
        return opened
      })
      return (await shared).index
    }
    beforeAll(() => async () => (await shared)?.dispose())
  })

  describe('dense search', () => {
    test('the nearest come first, whatever their length, with their cosine', async () => {
      const index = await openWith([
        anEntry({ passageId: 'same', vector: new Float32Array([3, 0, 0, 0]) }),
        anEntry({ passageId: 'near', vector: vector(1, 1, 0, 0) }),
        anEntry({ passageId: 'across', vector: vector(0, 0, 1, 0) }),
        anEntry({ passageId: 'opposite', vector: vector(-1, 0, 0, 0) }),
      ])
      expect(await index.searchDense(new Float32Array([0.5, 0, 0, 0]), {}, 10)).toEqual([
        { passageId: 'same', score: 1 },
        { passageId: 'near', score: expect.closeTo(Math.SQRT1_2, 6) as number },
        { passageId: 'across', score: 0 },
        { passageId: 'opposite', score: -1 },
      ])
    })

    test('equal vectors are ordered by id, and cut in that order', async () => {
      const entries = ['d', 'a', 'c', 'b'].map((passageId) =>
        anEntry({ passageId, vector: vector(1, 2, 3, 4) }),
      )
      const index = await openWith(entries)
      expect(ids(await index.searchDense(vector(1, 2, 3, 4), {}, 10))).toEqual(['a', 'b', 'c', 'd'])
      expect(ids(await index.searchDense(vector(1, 0, 0, 0), {}, 2))).toEqual(['a', 'b'])
      expect(await index.searchDense(vector(1, 0, 0, 0), {}, 0)).toEqual([])
    })
  })

  describeSearchEvidence(adapter)

  describe('filters', () => describeSearchFilters(adapter))
}
