import { describe, expect, test } from 'vitest'
import { findCalled } from '../../../src/concepts/extract/find-called.js'
import { hostileTexts } from '../hostile-texts.js'

/** Key → [addressed, speaking, paired]. */
const find = (...texts: string[]) =>
  Object.fromEntries(
    findCalled(texts).map(({ key, addressed, speaking, paired }) => [key, [addressed, speaking, paired]]),
  )

describe('somebody is addressed', () => {
  test.each([
    'Thanks, Quell.',
    'Thank you so much, Quell!',
    'So welcome, Quell',
    'That is it. Quell, do you have more?',
    'Well, okay, Quell, did you look?',
    'It rose. Yes, Quell?',
    'What is a levain, Quell?',
  ])('%s', (text) => {
    expect(find(text).quell).toEqual([1, 0, 0])
  })

  test('also by a handle in small letters', () => {
    expect(find('Thank you, t-bast. Hi, 0xB10C!')).toEqual({ 't bast': [1, 0, 0], '0xb10c': [1, 0, 0] })
  })
})

test('somebody says or writes', () => {
  expect(find('Then Quell wrote that roasbeef said so.')).toEqual({ quell: [0, 1, 0], roasbeef: [0, 1, 0] })
  expect(find('Quell also published his analysis.')).toEqual({ quell: [0, 1, 0] })
})

test('given names stand beside each other', () => {
  expect(find('Alice and Bob open one, Bob to Carol another.')).toEqual({
    alice: [0, 0, 1],
    bob: [0, 0, 2],
    carol: [0, 0, 1],
  })
  expect(find('Rust and Taproot, Alice and Taproot')).toEqual({})
})

test('an idea that is explained is not', () => {
  expect(find('Taproot is old. In Taproot, you do not see it. LND merged it, and Levain, and more.')).toEqual(
    {},
  )
})

test('whatever the text, in linear time', () => {
  for (const [, text] of hostileTexts) expect(() => find(text)).not.toThrow()
  expect(find(`${'thanks, '.repeat(50_000)}${'a-'.repeat(50_000)}`)).toBeDefined()
})
