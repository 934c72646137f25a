import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.js'
import { tokenize } from '../../src/index/tokenize.js'
import type { SearchFilter } from '../../src/index/search-index.js'
import { maxQueryLength, parseQuery } from '../../src/search/parse-query.js'

const parse = (input: string, filter: SearchFilter = {}, languages = ['en']) =>
  parseQuery(input, { mode: 'hybrid', filter, languages })
const wordsOf = (text: string) => tokenize(text).map(({ token }) => token)

test.each(['', '   ', '\n\t', '\u3000'])(
  'a query of nothing but white space (%j) is refused by name',
  (input) => {
    expect(() => parse(input)).toThrow(expect.objectContaining({ code: 'QUERY_EMPTY' }) as Error)
  },
)

test('2,000 characters are taken, one more is refused with both numbers', () => {
  expect(parse('x'.repeat(maxQueryLength)).text).toHaveLength(2000)
  expect(() => parse('x'.repeat(2001))).toThrow(/2001 characters, more than 2000/)
})

test('white space collapses, the rest stays as typed', () => {
  expect(parse('  what  is\nC++?  ').text).toBe('what is C++?')
})

test('a query of stop words only keeps them', () => {
  expect(parse('what is it').terms.map(({ word }) => word)).toEqual(['what', 'is', 'it'])
})

test('every part of the language at once', () => {
  const input =
    'taproot "soft  fork" -mining -"hard fork" speaker:"Anna Meyer" kind:post lang:de after:2023-05 before:2024 in:recap source:optech'
  expect(parse(input)).toEqual({
    text: input.replace('  ', ' '),
    question: 'taproot soft fork',
    terms: [
      { word: 'taproot', forms: ['taproot'] },
      { word: 'soft', forms: ['soft'] },
      { word: 'fork', forms: ['fork'] },
    ],
    phrases: [['soft', 'fork']],
    filter: {
      phrases: [['soft', 'fork']],
      excludedTerms: [{ word: 'mining', forms: ['mine'] }],
      excludedPhrases: [['hard', 'fork']],
      speakers: ['Anna Meyer'],
      kinds: ['post'],
      languages: ['de'],
      after: '2023-05-01T00:00:00.000Z',
      before: '2024-01-01T00:00:00.000Z',
    },
    names: [
      expect.objectContaining({ name: 'in', value: 'recap' }),
      expect.objectContaining({ name: 'source', value: 'optech' }),
    ],
    understood: [
      { name: 'phrase', value: 'soft fork' },
      { name: 'without', value: 'mining' },
      { name: 'without', value: 'hard fork' },
      { name: 'speaker', value: 'Anna Meyer' },
      { name: 'kind', value: 'post' },
      { name: 'lang', value: 'de' },
      { name: 'after', value: '2023-05' },
      { name: 'before', value: '2024' },
      { name: 'in', value: 'recap' },
      { name: 'source', value: 'optech' },
    ],
    kind: 'phrase',
    language: 'en',
    isLanguageTold: false,
    mode: 'hybrid',
  })
})

/** A query that is words and nothing else, whatever signs it has, and its kind. */
test.each([
  ['taproot', 'words'],
  ['proof of work', 'words'],
  ['multi-agent systems', 'words'],
  ['peer-to-peer', 'words'],
  ['a - b', 'words'],
  ['-', 'words'],
  ['--', 'words'],
  ['foo -- bar', 'words'],
  ['--help', 'words'],
  ['->', 'words'],
  [':-)', 'words'],
  ['!!!', 'words'],
  ['""', 'words'],
  ['"!!!"', 'words'],
  ['-!!!', 'words'],
  ['"', 'words'],
  ['foo "bar', 'words'],
  ['foo" bar', 'words'],
  ["don't panic", 'words'],
  ['kind:foo', 'words'],
  ['kind:', 'words'],
  ['kind: post', 'words'],
  ['after:yesterday', 'words'],
  ['after:2024-13', 'words'],
  ['before:2023-02-29', 'words'],
  ['after:24', 'words'],
  ['lang:english', 'words'],
  ['lang:x', 'words'],
  ['speaker:', 'words'],
  ['speaker:!!!', 'words'],
  ['speaker:"anna', 'words'],
  ['title:taproot', 'words'],
  ['title:"soft fork"', 'words'],
  ['Updating bitcoin: URIs', 'words'],
  ['TxGraph::Trim() function', 'words'],
  ['rough – draft —so', 'words'],
  ['rock & roll (live) [disc] {two}', 'words'],
  ['SELECT * FROM a OR b AND NOT c', 'words'],
  ['NEAR(a b)', 'words'],
  ['Gebühr Zahlung', 'words'],
  ['仮想通貨', 'words'],
  ['😀', 'words'],
  ['C++', 'identifier'],
  ['C# generics', 'identifier'],
  ['3.14', 'identifier'],
  ['12:30', 'identifier'],
  ['0.21.1', 'identifier'],
  ['BIP 324', 'identifier'],
  ['BIP324', 'identifier'],
  ['Bitcoin Core #27278', 'identifier'],
  ['Bitcoin Core GUI #119', 'identifier'],
  ['BTCPay Server 2.3.8', 'identifier'],
  ['LND 0.17.1-beta.rc1', 'identifier'],
  ['mempool.space explorer', 'identifier'],
  ['OP_CHECKSIG', 'identifier'],
  ['https://example.org/a?in=b', 'words'],
  ['what is X?', 'question'],
  ['taproot?', 'question'],
  ['Why is -blockmaxweight set to 3996000 by default?', 'question'],
  ['How does the -blocksxor switch work', 'question'],
  ['what does bitcoind -blocksxor?', 'question'],
  ['adds a new bitcoin -m CLI tool that wraps the binaries (bitcoin-cli -named).', 'words'],
  ['How Bitcoin Kernel Validates Blocks', 'question'],
  ['is lightning dead', 'question'],
  ['wie hoch sind Gebühren', 'question'],
  ['erkläre die Gebühren', 'question'],
  ['comment fonctionne le minage', 'question'],
  ['¿Qué es un nodo', 'question'],
  ['por que o bitcoin caiu', 'question'],
  ['perché il blocco è pieno', 'question'],
  ['waarom zijn de kosten hoog', 'question'],
  ['ビットコインとは何ですか', 'question'],
  ['什么是比特币', 'question'],
  ['Managing security between L1 & L2', 'words'],
  ['how', 'words'],
])('%j is plain words, of kind %s', (input, kind) => {
  const query = parse(input)
  expect({ question: query.question, filter: query.filter, kind: query.kind }).toEqual({
    question: input,
    filter: {},
    kind,
  })
  expect([query.phrases, query.names, query.understood]).toEqual([[], [], []])
})

const term = (word: string, ...forms: string[]) => ({ word, forms })
/** Query, question, filter, kind. */
test.each<[string, string, SearchFilter, string]>([
  ['tell me what taproot is kind:post', 'what taproot is', { kinds: ['post'] }, 'question'],
  ['please explain "soft fork"', 'explain soft fork', { phrases: [['soft', 'fork']] }, 'question'],
  ['"tell me what" it is', 'tell me what it is', { phrases: [['tell', 'me', 'what']] }, 'phrase'],
  ['"soft fork"', 'soft fork', { phrases: [['soft', 'fork']] }, 'phrase'],
  ['“Soft Fork”', 'Soft Fork', { phrases: [['soft', 'fork']] }, 'phrase'],
  ['„Über Straßen“', 'Über Straßen', { phrases: [['uber', 'strassen']] }, 'phrase'],
  ['« l’homme »', 'l’homme', { phrases: [['l', 'homme']] }, 'phrase'],
  ['"running"', 'running', { phrases: [['running']] }, 'phrase'],
  ['"what is money"', 'what is money', { phrases: [['what', 'is', 'money']] }, 'phrase'],
  ['what is a "soft fork"?', 'what is a soft fork?', { phrases: [['soft', 'fork']] }, 'question'],
  ['("a b") c', '(a b) c', { phrases: [['a', 'b']] }, 'phrase'],
  ['"a"b', 'a b', { phrases: [['a']] }, 'phrase'],
  ['"3".14', '3 .14', { phrases: [['3']] }, 'identifier'],
  ['検索の"仕組み"とは', '検索の仕組みとは', { phrases: [['仕組', '組み']] }, 'question'],
  ['"BIP 324"', 'BIP 324', { phrases: [['bip', '324']] }, 'identifier'],
  ['taproot -mining', 'taproot', { excludedTerms: [term('mining', 'mine')] }, 'words'],
  ['-mining taproot', 'taproot', { excludedTerms: [term('mining', 'mine')] }, 'words'],
  ['how does it work -mining', 'how does it work', { excludedTerms: [term('mining', 'mine')] }, 'question'],
  ['tcp -C++', 'tcp', { excludedTerms: [term('c++', 'c++')] }, 'words'],
  ['rl -multi-agent', 'rl', { excludedPhrases: [['multi', 'agent']] }, 'words'],
  ['rl -"agent"', 'rl', { excludedPhrases: [['agent']] }, 'words'],
  ['why is -"the one" red', 'why is red', { excludedPhrases: [['the', 'one']] }, 'question'],
  ['-kind:post x', 'x', { excludedPhrases: [['kind', 'post']] }, 'words'],
  ['-mining', '', { excludedTerms: [term('mining', 'mine')] }, 'words'],
  ['speaker:anna', '', { speakers: ['anna'] }, 'words'],
  ['speaker:anna speaker:"Bob B"', '', { speakers: ['anna', 'Bob B'] }, 'words'],
  ['Speaker：田中 鍵', '鍵', { speakers: ['田中'] }, 'words'],
  ['speaker:Anna Meyer', 'Meyer', { speakers: ['Anna'] }, 'words'],
  ['kind:Post kind:shorts kind:post', '', { kinds: ['post', 'short'] }, 'words'],
  ['fees kind:post?', 'fees', { kinds: ['post'] }, 'words'],
  ['lang:DE lang:pt-BR', '', { languages: ['de', 'pt'] }, 'words'],
  ['after:2024-05-31', '', { after: '2024-05-31T00:00:00.000Z' }, 'words'],
  ['after:2023 after:2024', '', { after: '2024-01-01T00:00:00.000Z' }, 'words'],
  ['before:2023 before:2024', '', { before: '2023-01-01T00:00:00.000Z' }, 'words'],
  [
    'after:2024 before:2023',
    '',
    { after: '2024-01-01T00:00:00.000Z', before: '2023-01-01T00:00:00.000Z' },
    'words',
  ],
  ['kind:post kind:song', 'kind:song', { kinds: ['post'] }, 'words'],
])('%j asks %j under %j, kind %s', (input, question, filter, kind) => {
  const query = parse(input)
  expect({ question: query.question, filter: query.filter, kind: query.kind }).toEqual({
    question,
    filter,
    kind,
  })
})

test('a query of operators or exclusions alone has no terms', () => {
  expect(parse('kind:post -mining').terms).toEqual([])
})

test('the filter beside the query and its operators must both hold', () => {
  const given: SearchFilter = {
    kinds: ['post', 'short'],
    after: '2024-01-01T00:00:00.000Z',
    includeAds: true,
  }
  expect(parse('x kind:post kind:episode after:2023', given).filter).toEqual({
    kinds: ['post'],
    after: '2024-01-01T00:00:00.000Z',
    includeAds: true,
  })
  expect(parse('x kind:episode', given).filter.kinds).toEqual([])
})

test('an exclusion knows the forms of every language of the library', () => {
  expect(parse('x -fees', {}, ['en', 'de']).filter.excludedTerms).toEqual([term('fees', 'fee', 'fees')])
})

const signs = fc.constantFrom(
  ...[
    '"',
    '“',
    '„',
    '«',
    '»',
    '-',
    '−',
    ':',
    '：',
    ' ',
    '(',
    ')',
    '?',
    'speaker:',
    'kind:',
    'in:',
    'after:2024',
  ],
  ...['post', 'the', 'how', 'fees', '日本', '😀', '\ud800', '\u0000'],
)
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
)

test('no text throws anything but its two names', () => {
  fc.assert(
    fc.property(strange, (input) => {
      try {
        expect(parse(input, {}, ['en', 'de', 'ja']).text).not.toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect(error).toMatchObject({ code: 'QUERY_EMPTY' })
        expect(input.trim()).toBe('')
      }
    }),
  )
})

test('all words of a query without operators and exclusions are asked for, in order', () => {
  // Where words have no spaces a quote parts them otherwise than the pairs of characters do.
  const spaced = strange.filter((text) => !/[:：\-‐−－]/u.test(text) && !/[\p{Lo}]/u.test(text))
  fc.assert(
    fc.property(spaced, (input) => {
      if (input.trim() === '') return
      expect(wordsOf(parse(input).question)).toEqual(wordsOf(input))
    }),
  )
})

test('what is asked, demanded and left out is all that was typed; demands are not repeated', () => {
  const word = fc.constantFrom('fees', 'blocks', 'nodes', 'keys')
  const part = fc.record({ sign: fc.constantFrom('', '"', '-'), word })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const typed = (...signs: string[]) =>
        parts.filter(({ sign }) => signs.includes(sign)).map((each) => each.word)
      const text = parts.map(({ sign, word }) => (sign === '"' ? `"${word}"` : sign + word)).join(' ')
      const { question, filter } = parse(text)
      expect(question.split(' ').filter(Boolean)).toEqual(typed('', '"'))
      expect((filter.phrases ?? []).flat()).toEqual([...new Set(typed('"'))])
      expect((filter.excludedTerms ?? []).map((each) => each.word)).toEqual([...new Set(typed('-'))])
    }),
  )
})

const evaluation = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/eval')

describe.skipIf(!existsSync(evaluation))(
  'queries that editors wrote without a thought of operators (needs the shared data)',
  () => {
    const rows = existsSync(evaluation)
      ? readFileSync(join(evaluation, 'queries.dev.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { query: string; kind: string })
      : []

    test('none loses a word: options such as -blocksxor are no exclusions', () => {
      expect(rows.length).toBeGreaterThan(4000)
      for (const { query } of rows) {
        const { understood } = parse(query)
        expect(understood.filter(({ name }) => name !== 'phrase')).toEqual([])
      }
    })

    test('identifiers and releases are known as such, and no sentence is taken for one', () => {
      const share = (...kinds: string[]) => {
        const those = rows.filter(({ kind }) => kinds.includes(kind))
        return those.filter(({ query }) => parse(query).kind === 'identifier').length / those.length
      }
      expect(share('identifier', 'release')).toBeGreaterThan(0.99)
      expect(share('blog_sentence')).toBe(0)
      expect(share('question')).toBeLessThan(0.01)
    })
  },
)

test('in a long sentence what stands in quotes is quoted, not asked for word by word', () => {
  const sentence =
    'Developers discussed a proposal to change how the "anchor outputs" of commitment transactions are spent by both channel peers'
  expect(parse(sentence)).toMatchObject({ phrases: [], filter: {}, understood: [] })
  expect(parse(sentence).question).toBe(sentence.replaceAll('"', ''))
  expect(parse('who explained the "anchor outputs" of channels?').phrases).toEqual([['anchor', 'outputs']])
})

test('more phrases than anybody remembers are words, more excluded ones nothing', () => {
  const phrases = Array.from({ length: 9 }, (_, at) => `"state channel${at}"`).join(' ')
  const excluded = Array.from({ length: 9 }, (_, at) => `-"hard fork${at}"`).join(' ')
  const query = parse(`${phrases} ${excluded}`)
  expect(query.phrases).toHaveLength(6)
  expect(query.question).toContain('channel8')
  expect(query.filter.excludedPhrases).toHaveLength(3)
})

test('the language of a question is that of its courtesy too', () => {
  const { question, language, isLanguageTold } = parseQuery('Can you explain Taproot', {
    mode: 'hybrid',
    filter: {},
    languages: ['de', 'en'],
  })
  expect({ question, language, isLanguageTold }).toEqual({
    question: 'explain Taproot',
    language: 'en',
    isLanguageTold: true,
  })
})
