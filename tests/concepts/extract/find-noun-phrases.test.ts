import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import { findNounPhrases } from '../../../src/concepts/extract/find-noun-phrases.js'
import { tagWords, type PartOfSpeech, type TaggedWord } from '../../../src/concepts/extract/tag-words.js'
import { talkAnywhere, talkHeads, talkModifiers } from '../../../src/concepts/extract/talk-words.js'
import { hostileTexts } from '../hostile-texts.js'

/** By hand, so that a test does not hang on what a tagger makes of a word: `silent/adjective payments/noun`. */
function byHand(written: string): { words: TaggedWord[]; text: string } {
  const words: TaggedWord[] = []
  let text = ''
  for (const each of written.split(' ')) {
    const [word = '', tag = 'other'] = each.split('/')
    const before = words.at(-1)
    if (text !== '') text += ' '
    const from = text.length
    text += word
    const opens = before === undefined || before.text === '.'
    words.push({ text: word, tag: tag as PartOfSpeech, from, to: text.length, opens })
  }
  return { words, text }
}

const phrasesOf = (written: string) => {
  const { words, text } = byHand(written)
  return [...findNounPhrases(words, text)]
}
const keysOf = (written: string) => phrasesOf(written).map(({ key }) => key)

describe('a phrase', () => {
  test('is a noun with what stands before it, and each shorter one inside that could name something', () => {
    expect(phrasesOf('They use/verb Merkle/name hash/noun trees/noun .')).toEqual([
      aPhrase('Merkle', 9, { capital: true }),
      aPhrase('Merkle hash', 9, { words: 2 }),
      aPhrase('Merkle hash trees', 9, { words: 3, key: 'merkle hash tree', alone: true }),
      aPhrase('hash', 16),
      aPhrase('hash trees', 16, { words: 2, key: 'hash tree' }),
      aPhrase('trees', 21, { key: 'tree' }),
    ])
  })

  test('begins with an adjective but does not end with one', () => {
    expect(keysOf('was silent/adjective payments/noun')).toEqual(['silent payment', 'payment'])
    expect(keysOf('the network/noun public/adjective is')).toEqual(['network'])
  })

  test('has four words at most', () => {
    const found = phrasesOf('ab/noun cd/noun ef/noun gh/noun ij/noun')
    expect(found.filter(({ words }) => words >= 4).map(({ key, alone }) => [key, alone])).toEqual([
      ['ab cd ef gh', false],
      ['cd ef gh ij', false],
    ])
  })

  test('takes `of` between two nouns only', () => {
    expect(keysOf('the proof/noun of/of stake/noun')).toContain('proof of stake')
    expect(keysOf('out of/of stake/noun')).toEqual(['stake'])
    expect(keysOf('the proof/noun of/of it')).toEqual(['proof'])
  })

  test('takes a participle before a noun', () => {
    expect(keysOf('a blinded/verb path/noun')).toContain('blinded path')
    expect(keysOf('we signed/verb .')).toEqual([])
  })

  test('takes a number only behind an abbreviation', () => {
    expect(keysOf('of BIP/name 324/number here')).toContain('bip 324')
    expect(keysOf('the Bitcoin/name 24/number here')).not.toContain('bitcoin 24')
    expect(keysOf('has 324/number blocks/noun')).toEqual(['block'])
  })

  test('knows no quantities, versions and contractions', () => {
    expect(keysOf('a 64-byte/adjective transaction/noun')).toEqual(['transaction'])
    expect(keysOf('in v2/noun of rc1/noun')).toEqual([])
    expect(keysOf("it's/noun n't/noun")).toEqual([])
  })

  test('does not go on in the next sentence', () => {
    expect(keysOf('a channel/noun . Nodes/noun relay/verb')).toEqual(['channel', 'node'])
    // Without a full stop, as in captions: the tagger says where a sentence begins.
    const { words, text } = byHand('a channel/noun Node/noun here')
    const opened = words.map((word) => (word.text === 'Node' ? { ...word, opens: true } : word))
    expect([...findNounPhrases(opened, text)].map(({ key }) => key)).toEqual(['channel', 'node'])
  })

  test('that opens a sentence has a capital that says nothing', () => {
    const [first, , third] = phrasesOf('Taproot/name outputs/noun')
    expect([first?.opens, first?.capital, third?.opens]).toEqual([true, true, false])
  })
})

describe('talk', () => {
  test('is no head: `kind of thing`, `next week`, `use case`', () => {
    expect(keysOf('a kind/noun of/of thing/noun')).toEqual([])
    expect(keysOf('the next/adjective week/noun')).toEqual([])
    expect(keysOf('a wallet/noun use/noun case/noun')).toEqual(['wallet'])
  })

  test('before a phrase is left away', () => {
    expect(phrasesOf('a very/other great/adjective new/adjective soft/adjective fork/noun')).toEqual([
      aPhrase('soft fork', 17, { words: 2, alone: true }),
      aPhrase('fork', 22),
    ])
  })

  test('makes nothing of a phrase that it stands in', () => {
    expect(keysOf('some gonna/noun stuff/noun things/noun wallet/noun')).toEqual(['wallet'])
  })

  test('of two parts is talk, too', () => {
    expect(keysOf('the speed/noun trade-off/noun')).toEqual(['speed'])
    expect(keysOf('a well-known/adjective attack/noun')).toEqual(['attack'])
  })

  test('is listed as it is looked up', () => {
    for (const list of [talkHeads, talkModifiers, talkAnywhere])
      expect([...list].filter((key) => conceptKey(key) !== key)).toEqual([])
  })
})

function aPhrase(text: string, from: number, fields: object = {}) {
  return {
    key: text.toLowerCase(),
    text,
    words: 1,
    alone: false,
    capital: false,
    opens: false,
    from,
    ...fields,
  }
}

test('of real speech', () => {
  const text =
    'So the kind of thing that we talked about last week was, you know, partially signed Bitcoin transactions ' +
    'and how hardware wallets could sign them. BIP 174 defines that, and package relay is a different thing.'
  const alone = [...findNounPhrases(tagWords(text), text)].filter((phrase) => phrase.alone)
  expect(alone.map(({ key }) => key)).toEqual([
    'signed bitcoin transaction',
    'hardware wallet',
    'bip 174',
    'package relay',
  ])
})

test('phrases are where they say, of one to four words, and their key is the key of their text', () => {
  const word = fc.tuple(
    fc.constantFrom(
      'fork',
      'Taproot',
      'BIP',
      '324',
      'thing',
      'new',
      'of',
      'OP_CAT',
      'gonna',
      '.',
      '…',
      "it's",
    ),
    fc.constantFrom('noun', 'name', 'adjective', 'verb', 'number', 'of', 'other'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 15 }), (list) => {
      const { words, text } = byHand(list.map((pair) => pair.join('/')).join(' '))
      for (const phrase of findNounPhrases(words, text)) {
        expect(text.slice(phrase.from, phrase.from + phrase.text.length)).toBe(phrase.text)
        expect(phrase.key).toBe(conceptKey(phrase.text))
        expect(phrase.words).toBe(phrase.text.split(' ').length)
        expect(phrase.words).toBeLessThanOrEqual(4)
      }
    }),
  )
})

test.each(hostileTexts)('200 kB of %s give no phrase without words', (_, text) => {
  let empty = 0
  for (const { key } of findNounPhrases(tagWords(text), text)) if (key.trim() === '') empty++
  expect(empty).toBe(0)
})
