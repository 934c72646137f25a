import { expect, test } from 'vitest'
import { findNamedAfter, maxEarlier } from '../../../src/concepts/match/named-after.js'
import { hostileTexts } from '../hostile-texts.js'

/** @param marked the sentence that names it, in braces @param before those before it, as they are said */
function nameOf(before: string[], marked: string) {
  const from = marked.indexOf('{')
  const to = marked.indexOf('}') - 1
  return findNamedAfter(marked.replace(/[{}]/g, ''), { from, to }, before.toReversed())
}

const replacing = 'To replace it you have to pay for every byte that somebody put below it.'

test.each([
  'That’s called a {pinning attack}.',
  'So, this is what we call a {pinning attack}.',
  'And this is the concept of a {pinning attack}.',
  'Such a thing is called {pinning}, or a pinning attack.',
  'And we call that {pinning}.',
  'So that’s what {pinning} is.',
  'And this is basically what a {pinning attack} means.',
])('what was said before is named: %s', (naming) => {
  expect(nameOf([replacing], naming)).toMatchObject({ earlier: 1 })
})

test('what is too short to explain has the sentence before it, and nothing before that', () => {
  expect(nameOf([replacing, 'Exactly.'], 'That is called {pinning}.')).toMatchObject({ earlier: maxEarlier })
  expect(nameOf([replacing, 'Yes.', 'Exactly.'], 'That is called {pinning}.')).toBeNull()
  expect(nameOf([], 'That is called {pinning}.')).toBeNull()
})

test('so has what goes on', () => {
  const next = 'And then they open a channel to you, which nobody else can do.'
  expect(nameOf([replacing, next], 'That is called {pinning}.')).toMatchObject({ earlier: 2 })
  expect(nameOf([next], 'That is called {pinning}.')).toMatchObject({ earlier: 1 })
})

test.each([
  ['a product is introduced by', [replacing], 'It’s called {Noah}.'],
  ['what it is comes after', [replacing], 'This is called {pinning} because we have to stop it.'],
  ['something else is the subject of', [replacing], 'The one who does that is called {Mallory}.'],
  ['nothing is named by', [replacing], 'That is {fixed}.'],
  ['one of many is named by', [replacing], 'That is what the {problem} is.'],
  ['it goes on after', [replacing], 'That is what {pinning} is about to become.'],
  [
    'it was asked before',
    ['What do you call it when somebody puts a transaction below mine?'],
    'That is called {pinning}.',
  ],
  [
    'he who says so is not sure before',
    ['I am not sure how that works if somebody pays for it.'],
    'That is called {pinning}.',
  ],
  [
    'it is news before',
    ['This week’s newsletter has an item on how to pay for all of it.'],
    'That is called {pinning}.',
  ],
])('%s … %s → %s', (_, before, naming) => {
  expect(nameOf(before, naming)).toBeNull()
})

test('whatever is said', () => {
  for (const [, text] of hostileTexts)
    expect(() =>
      findNamedAfter(text, { from: text.length >> 1, to: text.length }, [text, text]),
    ).not.toThrow()
})
