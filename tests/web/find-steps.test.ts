import { expect, test } from 'vitest'
import { nearestMatch } from '../../web/src/hooks/use-find.js'

const matches = [2, 2, 5, 9].map((line) => ({ line, from: 0, lastLine: line, to: 1 }))

test('going on begins with the first match from the line on that is read', () => {
  expect([0, 2, 3, 9, 10].map((line) => nearestMatch(matches, line, 1))).toEqual([0, 0, 2, 3, 0])
})

test('going back begins with the last match before the line that is read', () => {
  expect([0, 3, 9, 10].map((line) => nearestMatch(matches, line, -1))).toEqual([3, 1, 2, 3])
})
