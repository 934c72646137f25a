import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSentenceEnds } from '../../ingest/find-sentence-ends.js'

function split(text: string, language: string | null = null): string[] {
  let from = 0
  const sentences = findSentenceEnds(text, language).map((end) => {
    const sentence = text.slice(from, end).trim()
    from = end
    return sentence
  })
  const rest = text.slice(from).trim()
  return rest === '' ? sentences : [...sentences, rest]
}

describe('English', () => {
  test.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Mr. Smith met Dr. Jones. They spoke.', ['Mr. Smith met Dr. Jones.', 'They spoke.']],
    ['Cats vs. Dogs, e.g. Rex. Right.', ['Cats vs. Dogs, e.g. Rex.', 'Right.']],
    [
      'It is 3.14 or so. Visit talkpython.fm. Node.js too.',
      ['It is 3.14 or so.', 'Visit talkpython.fm.', 'Node.js too.'],
    ],
    ['The U.S. Army left the U.S. He stayed.', ['The U.S. Army left the U.S.', 'He stayed.']],
    [
      'J. R. R. Tolkien wrote. Take plan B. Then go.',
      ['J. R. R. Tolkien wrote.', 'Take plan B.', 'Then go.'],
    ],
    ['So... maybe. Wait... What?', ['So... maybe.', 'Wait...', 'What?']],
    ['Really?! Yes!! "No." I said.', ['Really?!', 'Yes!!', '"No."', 'I said.']],
    ['"Go!" he cried. (It works.) Fine.', ['"Go!" he cried.', '(It works.)', 'Fine.']],
    [
      '1. The first. 2. The next. No. 5 lives. Oh no. Well.',
      ['1. The first.', '2. The next.', 'No. 5 lives.', 'Oh no.', 'Well.'],
    ],
    [
      'At 5 p.m. Pacific. At 5 p.m. The end, etc. and so on.',
      ['At 5 p.m. Pacific.', 'At 5 p.m.', 'The end, etc. and so on.'],
    ],
    ['It is L-I-N-O-D-E. Plans start low.', ['It is L-I-N-O-D-E.', 'Plans start low.']],
    ['Right. . . . Yes.', ['Right. . . .', 'Yes.']],
    ['so what? i think. yes.', ['so what?', 'i think.', 'yes.']],
    ['no end at all', ['no end at all']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(split(text, 'en')).toEqual(sentences)
  })
})

test('German: ordinals, abbreviations and its quotation marks', () => {
  expect(split('Am 3. Oktober kam z.B. Dr. Müller bzw. Meier. „Gut.“ Ja!', 'de')).toEqual([
    'Am 3. Oktober kam z.B. Dr. Müller bzw. Meier.',
    '„Gut.“',
    'Ja!',
  ])
  expect(split('Es waren 12. Mai war es nicht.', 'en')).toEqual(['Es waren 12.', 'Mai war es nicht.'])
})

test('Japanese needs no spaces, and brackets close with their sentence', () => {
  expect(split('これはペンです。「そうですか。」はい！行きます？', 'ja')).toEqual([
    'これはペンです。',
    '「そうですか。」',
    'はい！',
    '行きます？',
  ])
})

test('ends ascend inside the text, whatever it is', () => {
  const token = fc.constantFrom('a', 'B', '.', '!', '?', '…', '。', ' ', '"', '”', ')', '1', 'Mr', 'U.S', '-')
  fc.assert(
    fc.property(
      fc.array(token, { maxLength: 30 }),
      fc.constantFrom('en', 'de', 'ja', null),
      (tokens, language) => {
        const text = tokens.join('')
        let last = 0
        for (const end of findSentenceEnds(text, language)) {
          expect(end).toBeGreaterThan(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      },
    ),
    { seed: 3, numRuns: 1_000 },
  )
})
