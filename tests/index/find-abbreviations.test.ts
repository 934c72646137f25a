import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAbbreviations } from '../../src/index/find-abbreviations.js'

const pairs = (text: string) => findAbbreviations(text).map(({ short, long }) => `${short} = ${long}`)

test.each([
  ['We train a variational autoencoder (VAE) on it.', ['VAE = variational autoencoder']],
  ['VAEs (variational autoencoders) blur.', ['VAE = variational autoencoders']],
  ['the set of unspent transaction outputs (UTXOs)', ['UTXO = unspent transaction outputs']],
  ['proof of work (PoW) and denial-of-service (DoS)', ['PoW = proof of work', 'DoS = denial-of-service']],
  ['uses pay to witness script hash (P2WSH)', ['P2WSH = pay to witness script hash']],
  ['a hash-based message authentication code (HMAC)', ['HMAC = hash-based message authentication code']],
  ["Shamir's secret sharing (SSS)", ["SSS = Shamir's secret sharing"]],
  ['the opcode OP_CHECKTEMPLATEVERIFY (CTV)', ['CTV = OP_CHECKTEMPLATEVERIFY']],
  ['the function AcceptToMemoryPool (ATMP)', ['ATMP = AcceptToMemoryPool']],
  ['cross-site scripting (XSS)', ['XSS = cross-site scripting']],
  ['retrieval-\naugmented\ngeneration (RAG)', ['RAG = retrieval- augmented generation']],
  ['_initial block download_ (IBD)', ['IBD = initial block download']],
  ['die Europäische Zentralbank (EZB)', ['EZB = Europäische Zentralbank']],
  ['die Datenschutz-Grundverordnung (DSGVO) gilt', ['DSGVO = Datenschutz-Grundverordnung']],
  ['RAG (retrieval-augmented generation, see below)', ['RAG = retrieval-augmented generation']],
  // What kind of thing it is has no letter.
  ['a remote procedure call protocol (RPC)', ['RPC = remote procedure call']],
  ['RPC (remote procedure call protocol)', ['RPC = remote procedure call']],
])('in writing: %s', (text, expected) => {
  expect(pairs(text)).toEqual(expected)
})

test.each([
  [
    'It makes partially signed Bitcoin transactions, or PSBTs, and',
    ['PSBT = partially signed Bitcoin transactions'],
  ],
  ['das Technische Hilfswerk, kurz THW, baut', ['THW = Technische Hilfswerk']],
  ['die Europäische Zentralbank, abgekürzt EZB, hat', ['EZB = Europäische Zentralbank']],
  ['THW steht für das Technische Hilfswerk.', ['THW = Technische Hilfswerk']],
  ['PEP, which stands for Python Enhancement Proposal. In fact', ['PEP = Python Enhancement Proposal']],
  ['So CSS stands for cascading style sheets and', ['CSS = cascading style sheets']],
  ['the global interpreter lock, GIL for short, is', ['GIL = global interpreter lock']],
  ['Navigable small world graphs, NSW for short, walk', ['NSW = Navigable small world']],
  ['an abstract syntax tree or AST. It', ['AST = abstract syntax tree']],
  ['PyPA, which stands for the Python Package Authority, there', ['PyPA = Python Package Authority']],
])('in speech: %s', (text, expected) => {
  expect(pairs(text)).toEqual(expected)
})

test.each([
  'Adam pays Carol (Bob)',
  'the fee (see BIP 125) is low',
  'either this or THAT one',
  'the amount (IBM) is unrelated',
  'he stands for election in PARIS',
  'a VAE (VAE)',
  'First sentence. (FS)',
  'taproot (P2TR)',
  'and the conference (ATC)',
  // Any other word may be one that has a letter, and two letters are those of too much.
  'the Reduced Data Temporary Soft Fork (RDTS)',
  'a remote call protocol (RC)',
  '()((( (A) (a) or stands for',
])('no abbreviation: %s', (text) => {
  expect(pairs(text)).toEqual([])
})

test('places are those of the text', () => {
  const text = 'Here a large  language model (LLM) speaks.'
  expect(findAbbreviations(text)).toEqual([
    { short: 'LLM', shortFrom: 30, shortTo: 33, long: 'large language model', longFrom: 7, longTo: 28 },
  ])
})

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    '(',
    ')',
    ' ',
    ', or ',
    'AB',
    'alpha',
    'beta',
    ' stands for ',
    '.',
    '\n',
    '’s',
    'ＡＢ',
    '💡',
  )
  test('both forms stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        for (const { short, shortFrom, shortTo, long, longFrom, longTo } of findAbbreviations(text)) {
          expect(text.slice(shortFrom, shortTo)).toBe(short)
          expect(text.slice(longFrom, longTo).replace(/\s+/gu, ' ')).toBe(long)
          expect(longTo <= shortFrom || shortTo <= longFrom).toBe(true)
        }
      }),
    )
  })
})
