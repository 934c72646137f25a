import { expect, test } from 'vitest'
import { mapConcurrently } from '../../ingest/map-concurrently.js'

test('never more than the limit are under way, and all are done', async () => {
  let underWay = 0
  let most = 0
  const done: number[] = []
  await mapConcurrently([...Array(20).keys()], 3, async (item) => {
    most = Math.max(most, ++underWay)
    await new Promise((resolve) => setImmediate(resolve))
    underWay -= 1
    done.push(item)
  })
  expect(most).toBe(3)
  expect(done.sort((a, b) => a - b)).toEqual([...Array(20).keys()])
})

test('a failure stops further starts and is thrown when those under way have ended', async () => {
  const ended: number[] = []
  const work = async (item: number) => {
    await new Promise((resolve) => setImmediate(resolve))
    if (item === 1) throw new Error('one failed')
    ended.push(item)
  }
  await expect(mapConcurrently([0, 1, 2, 3, 4, 5], 2, work)).rejects.toThrow('one failed')
  expect(ended).not.toContain(5)
})
