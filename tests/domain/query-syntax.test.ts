import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asWord, lexQuery } from '../../src/domain/query-syntax.js'

/** `type:content` of each part. */
const lex = (text: string): string[] =>
  lexQuery(text).map((part) => {
    switch (part.type) {
      case 'operator':
        return `${part.name}:${part.value}`
      case 'exclusion':
        return `${part.quoted ? 'not-phrase' : 'not'} ${part.text}`
      case 'phrase':
      case 'word':
        return `${part.type} ${part.text}`
    }
  })

test('each sort of part is told apart, in order', () => {
  expect(lex('taproot "soft fork" -mining -"hard fork" speaker:"Anna Meyer" kind:post')).toEqual([
    'word taproot',
    'phrase soft fork',
    'not mining',
    'not-phrase hard fork',
    'speaker:Anna Meyer',
    'kind:post',
  ])
})

test('a part knows where it stands, signs included', () => {
  expect(lexQuery('a -"b c"')).toEqual([
    { type: 'word', text: 'a', from: 0, to: 1 },
    { type: 'exclusion', text: 'b c', quoted: true, from: 2, to: 8 },
  ])
})

test.each(['“b c”', '„b c“', '”b c”', '«b c»', '« b c »', '»b c«', '＂b c＂', '“b c"', '〝b c〟'])(
  'the quotes of %s make a phrase',
  (quoted) => {
    expect(lex(`a ${quoted} d`)).toEqual(['word a', 'phrase b c', 'word d'])
  },
)

test.each([
  ['a "b c', ['word a', 'word "b', 'word c']],
  ['a b" c', ['word a', 'word b"', 'word c']],
  ['12" or 7" vinyl', ['word 12"', 'word or', 'word 7"', 'word vinyl']],
  ['a " b " c', ['word a', 'word "', 'word b', 'word "', 'word c']],
  ['speaker:"anna b', ['word speaker:"anna', 'word b']],
  ['-"a b', ['word -"a', 'word b']],
  ['a «b', ['word a', 'word «b']],
])('quotes that do not open and close stay in words: %s', (text, parts) => {
  expect(lex(text)).toEqual(parts)
})

test.each(['-', '--', '---', '--all', '->', '-)', 'multi-agent', 'a-', '–word', '—word'])(
  'no exclusion: %s',
  (text) => {
    expect(lex(text)).toEqual([`word ${text}`])
  },
)

test.each(['-word', '−word', '－word', '‐word'])('an exclusion with this sort of dash: %s', (text) => {
  expect(lex(text)).toEqual(['not word'])
})

test('a dash before a space excludes nothing', () => {
  expect(lex('a - b')).toEqual(['word a', 'word -', 'word b'])
})

test('operators are known in any case, with a full-width colon, at the beginning of a word only', () => {
  expect(lex('Speaker:anna KIND：post (lang:de) xin:a in:b')).toEqual([
    'speaker:anna',
    'kind:post',
    'word (lang:de)',
    'word xin:a',
    'in:b',
  ])
})

test.each([
  'speaker:',
  'title:x',
  'https://example.org/?q=in:x',
  '12:30',
  'std::move',
  'C:\\x',
  'kind:""',
  'in:" "',
])('no operator: %s', (text) => {
  expect(lexQuery(text).map(({ type }) => type)).not.toContain('operator')
})

test('a phrase opens behind a bracket, and where words have no spaces between them', () => {
  expect(lex('(“so called”)')).toEqual(['word (', 'phrase so called', 'word )'])
  expect(lex('検索の"仕組み"とは')).toEqual(['word 検索の', 'phrase 仕組み', 'word とは'])
})

const signs = fc.constantFrom(
  '"',
  '“',
  '”',
  '«',
  '»',
  '-',
  '−',
  ':',
  '：',
  ' ',
  '(',
  'in',
  'kind',
  'a',
  '日',
  '😀',
)
const strange = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
  )
  .map((text) => text.replace(/\s+/gu, ' ').trim())

test('the parts are the whole text but its spaces, in order', () => {
  fc.assert(
    fc.property(strange, (text) => {
      const raw = lexQuery(text).map((part) => asWord(part, text).text)
      expect(raw.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})

test.each(['"', '("', ' -"', ' in:"', '« '])('many of %j in a row are parts, and end', (sign) => {
  const text = sign.repeat(20_000).trim()
  const raw = lexQuery(text).map((part) => asWord(part, text).text)
  expect(raw.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
})
