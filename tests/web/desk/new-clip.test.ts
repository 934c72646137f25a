import { expect, test } from 'vitest'
import { lastFirst } from '../../../web/src/desk/last-collection.js'
import { clipOfHit } from '../../../web/src/new-clip.js'

const document = { id: 'talk' }

test('what one hears of a hit is what one takes, and what has no times is taken by its passage', () => {
  const hit = { document, passageId: 'p' }
  expect(clipOfHit({ ...hit, jumpMs: 9000, startMs: 8000, endMs: 20_000 })).toEqual({
    documentId: 'talk',
    startMs: 9000,
    endMs: 20_000,
  })
  expect(clipOfHit({ ...hit, jumpMs: null, startMs: 8000, endMs: 20_000 })).toMatchObject({ startMs: 8000 })
  for (const times of [
    { jumpMs: null, startMs: null, endMs: null },
    { jumpMs: 9000, startMs: 8000, endMs: null },
    { jumpMs: 9000, startMs: 8000, endMs: 9000 },
  ])
    expect(clipOfHit({ ...hit, ...times })).toEqual({ documentId: 'talk', passageId: 'p' })
})

test('the collection used last comes first, the others stay in order', () => {
  const ids = (last: string | null) =>
    lastFirst([{ id: 'a' }, { id: 'b' }, { id: 'c' }], last).map(({ id }) => id)
  expect([ids('b'), ids('gone'), ids(null)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
})
