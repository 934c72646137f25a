import { expect, test } from 'vitest'
import { findFrames } from '../../../src/editor/repeats/find-frames.js'
import { aText, filling } from './a-text.js'

const greeting = 'Hello and welcome to another episode of the little clock show.'

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
  expect([...framed(6)]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
})

test('what fewer documents share may be a story', () => {
  expect([...framed(5)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('a frame filled with another name is one too', () => {
  const text = aText(
    Array.from({ length: 7 }, (_, id) => ({
      id: `d${id}`,
      passages: [[`Today our guest is name${id}, thanks for coming on the show again.`]],
    })),
  )
  expect([...findFrames(text)]).toEqual([1, 1, 1, 1, 1, 1, 1])
})
