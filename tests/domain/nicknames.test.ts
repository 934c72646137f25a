import { expect, test } from 'vitest'
import { findNicknames } from '../../src/domain/nicknames.js'

const find = (text: string) => Object.fromEntries(findNicknames(text))

test.each([
  ['With Mark "Murch" Erhardt and Mike Schmidt.', { 'Mark Erhardt': 'Murch' }],
  ['Mark “Murch” Erhardt’s show', { 'Mark Erhardt': 'Murch' }],
  ['mit Mark „Murch“ Erhardt, heute', { 'Mark Erhardt': 'Murch' }],
  ['Mark (Murch) Erhardt', { 'Mark Erhardt': 'Murch' }],
  ['Mark Erhardt ("Murch") joins', { 'Mark Erhardt': 'Murch' }],
  ['Mark Erhardt aka Murch', { 'Mark Erhardt': 'Murch' }],
])('%s', (text, names) => {
  expect(find(text)).toEqual(names)
})

test('what stands in brackets after a name may be where somebody works', () => {
  expect(find('Mark Erhardt (Localhost) and Mike Schmidt')).toEqual({})
})

test('a long text without spaces or full of quotes is read in time', () => {
  expect(findNicknames('a'.repeat(200_000)).size).toBe(0)
  expect(findNicknames('a "b" '.repeat(50_000)).size).toBeLessThan(5)
  expect(findNicknames('"“(('.repeat(50_000)).size).toBe(0)
})
