import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tagWords } from '../../../src/concepts/extract/tag-words.js'
import { hostileTexts } from '../hostile-texts.js'

const tagged = (text: string) => tagWords(text).map((word) => [word.text, word.tag])

test('words come with their part of speech, punctuation with none', () => {
  expect(tagged('Bitcoin nodes validate two new blocks of transactions.')).toEqual([
    ['Bitcoin', 'name'],
    ['nodes', 'noun'],
    ['validate', 'verb'],
    ['two', 'number'],
    ['new', 'adjective'],
    ['blocks', 'noun'],
    ['of', 'of'],
    ['transactions', 'noun'],
    ['.', 'other'],
  ])
})

test('the first word of each sentence opens it', () => {
  const words = tagWords('Nodes relay blocks. Miners mine them! Who pays?')
  expect(words.filter(({ opens }) => opens).map(({ text }) => text)).toEqual(['Nodes', 'Miners', 'Who'])
})

test('a text is read as it is read the next time, what its later words teach the tagger included', () => {
  const text = "The gribble's fee is higher than that of another gribble's, and of the wombler's."
  const first = tagWords(text)
  expect(first.map((word) => word.text)).not.toContain("gribble's")
  expect(tagWords(text)).toEqual(first)
})

describe('parts that are joined are one word', () => {
  test.each([
    ['replace-by-fee', 'Senders signal replace-by-fee here.'],
    ['OP_RETURN', 'An OP_RETURN output.'],
    ['client/server', 'The client/server model.'],
    ['state‑of‑the‑art', 'A state‑of‑the‑art model.'],
  ])('%s', (word, text) => {
    expect(tagWords(text).map((each) => each.text)).toContain(word)
  })

  test('but a dash between spaces, and one at either end, joins nothing', () => {
    expect(tagWords('fees - and -blocks miners- pay').map(({ text }) => text)).toEqual([
      ...['fees', '-', 'and', '-', 'blocks', 'miners', '-', 'pay'],
    ])
  })

  test('a noun makes a noun of them', () => {
    expect(tagged('A proof-of-work puzzle.')[1]).toEqual(['proof-of-work', 'noun'])
  })
})

describe('words have their places', () => {
  const misplaced = (text: string) =>
    tagWords(text).filter((word) => word.text === '' || text.slice(word.from, word.to) !== word.text)

  test.each([
    ['after more spaces than the tagger counts', `one${' '.repeat(70_000)}two three`],
    ['after a line separator', 'one\u2028two three'],
    ['after spaces of other widths', 'one\u00a0two\u3000three\u2009four'],
    ['after lines and tabs', 'one\r\n\ttwo\n\n three'],
    ['after signs of two units', '😀 one 𝒜 two'],
    ['after half a character', 'one \ud800 two'],
    ['of contractions', "I don't think we’re gonna"],
    ['of a contraction before two full stops', "I don't..a"],
    ['after an address too long to read', `one https://example.org/${'a/'.repeat(200)} two three`],
  ])('%s', (_, text) => {
    expect(misplaced(text)).toEqual([])
    expect(tagWords(text).length).toBeGreaterThan(1)
  })

  test('in any text: each lies behind the one before, and is what stands there', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'the',
        'Bitcoin',
        "don't",
        'U.S.',
        '1,000',
        '$5',
        '#x',
        '@y',
        'é',
        'e\u0301',
        '日本',
        '😀',
        '\ud800',
      ],
      ...[
        ' ',
        ' ',
        '  ',
        '\n',
        '\t',
        '\u00a0',
        '\u2028',
        '\u200b',
        '-',
        '_',
        '/',
        '.',
        '…',
        '’',
        '“',
        '(',
        ')',
      ],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(text, (written) => {
        let last = 0
        for (const word of tagWords(written)) {
          expect(word.from).toBeGreaterThanOrEqual(last)
          expect(word.to).toBeGreaterThan(word.from)
          expect(written.slice(word.from, word.to)).toBe(word.text)
          last = word.to
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no letter of ordinary text is left out', () => {
    const text = 'Sats, msats and BTC: 1.5 of them (maybe) — “who knows”? I’d say OP_CAT/CTV…'
    expect(
      tagWords(text)
        .map((word) => word.text)
        .join(''),
    ).toBe(text.replaceAll(' ', ''))
  })
})

test('what runs on too long to be read stands for one sign, and parts what is around it', () => {
  const address = `https://example.org/${'path/'.repeat(30)}`
  expect(tagged(`miners ${address} nodes`)).toEqual([
    ['miners', 'noun'],
    ['h', 'other'],
    ['nodes', 'noun'],
  ])
})

test.each(hostileTexts)('200 kB of %s are read', (_, text) => {
  const misplaced = tagWords(text).filter(
    (word) => word.text === '' || text.slice(word.from, word.to) !== word.text,
  )
  expect(misplaced).toHaveLength(0)
})
