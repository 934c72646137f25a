import { expect, test } from 'vitest'
import openapi from '../../../docs/openapi.json' with { type: 'json' }
import { exportGroups, exportPath } from '../../../web/src/desk/export-choices.js'

const choices = exportGroups.flatMap((group) => group.choices)
const choiceOf = (extension: string) => {
  const choice = choices.find((each) => each.extension === extension)
  if (!choice) throw new Error(`nothing is offered as ${extension}`)
  return choice
}

test('every file that the server makes of a collection is offered, and no other', () => {
  const { paths } = openapi
  const served = Object.keys(paths).flatMap(
    (path) => /\/collections\/\{id\}\/export\.(.+)$/.exec(path)?.[1] ?? [],
  )
  expect(served.length).toBeGreaterThan(0)
  expect(choices.map(({ extension }) => extension).sort()).toEqual(served.sort())
})

test('an address says only what the format can use', () => {
  const wish = { frameRate: '29.97', times: 'source', clip: 'a/b' } as const
  expect(exportPath('c 1', choiceOf('edl'), wish)).toBe(
    '/api/v1/collections/c%201/export.edl?fps=29.97&clip=a%2Fb',
  )
  expect(exportPath('c', choiceOf('srt'), wish)).toBe(
    '/api/v1/collections/c/export.srt?times=source&clip=a%2Fb',
  )
  expect(exportPath('c', choiceOf('csv'), { ...wish, clip: null })).toBe('/api/v1/collections/c/export.csv')
})
