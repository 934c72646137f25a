import { expect, test } from 'vitest'
import { findFrames } from '../../../src/editor/repeats/find-frames.js'
import { aText, filling } from './a-text.js'

const greeting = 'You are listening to another episode of the little clock show.'

const framed = (documents: number) =>
  findFrames(
    aText(
      Array.from({ length: documents }, (_, id) => ({
        id: `d${id}`,
        passages: [[greeting, filling(`word${id}x`, 20)]],
      })),
    ),
  )

test('a sentence that six documents begin with is a frame, what stands beside it is none', () => {
  expect([...framed(6).sentences]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
})

test('what fewer documents share may be a story', () => {
  expect([...framed(5).sentences]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('a frame filled with another name is one too', () => {
  const text = aText(
    Array.from({ length: 7 }, (_, id) => ({
      id: `d${id}`,
      passages: [[`Today our guest is name${id}, thanks for coming on the show again.`]],
    })),
  )
  expect([...findFrames(text).sentences]).toEqual([1, 1, 1, 1, 1, 1, 1])
})

test('of a sentence that says more, the words of the frame are told', () => {
  const text = aText(
    Array.from({ length: 6 }, (_, id) => ({
      id: `d${id}`,
      passages: [[`Please write to us at this address ${filling(`word${id}x`, 20)}`]],
    })),
  )
  const { sentences, words } = findFrames(text)
  expect([...sentences]).toEqual([0, 0, 0, 0, 0, 0])
  // "Please write to us at this address" is seven words of the 27 of each document.
  expect([...words.subarray(0, 27)]).toEqual([...Array<number>(7).fill(1), ...Array<number>(20).fill(0)])
})

test('thanks are no story, in whatever words', () => {
  const text = aText([
    { id: 'a', passages: [['Thanks a lot for coming tonight.', 'The first clock had one hand.']] },
  ])
  expect([...findFrames(text).sentences]).toEqual([1, 0])
})
