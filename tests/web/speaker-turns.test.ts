import { expect, test } from 'vitest'
import { listSpeakers, nextTurn } from '../../web/src/speaker-turns.js'
import { readLines } from '../../web/src/transcript-lines.js'

type Cue = Parameters<typeof readLines>[0][number]
const aTurn = (speaker: string | null, text: string, ad = false): Cue => ({
  startMs: 0,
  endMs: 1000,
  speaker,
  text,
  interpolated: false,
  ad,
  adReason: ad ? 'said so' : null,
})

test('speakers come by how much they say, with the first lines of their turns', () => {
  const cues = [
    aTurn('Ann', 'Hi.'),
    aTurn('Bob', 'Hello there.'),
    aTurn('Bob', 'And on.'),
    aTurn('Ann', 'Yes.'),
    aTurn('Voice', 'Buy this now!', true),
    aTurn(null, 'Music.'),
  ]
  expect(listSpeakers(readLines(cues))).toEqual([
    { name: 'Bob', turns: [1], share: 19 / 26 },
    { name: 'Ann', turns: [0, 3], share: 7 / 26 },
  ])
})

test('the next turn comes after the line, and after the last one the first again', () => {
  expect([-1, 0, 3, 9].map((line) => nextTurn({ turns: [0, 3, 7] }, line))).toEqual([0, 3, 7, 0])
})
