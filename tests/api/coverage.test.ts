import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { coverageRoutes } from '../../src/api/routes/coverage.js'
import type { CoverageRequest, ShownCoverage } from '../../src/editor/coverage/coverage.js'
import { aDocument } from '../builders/documents.js'

const side = { documents: 2, passages: 9, peak: 5, explained: 1 }
const place = {
  text: 'It is a list of numbers.',
  passageId: 'passage-1',
  document: { ...aDocument(), sourceTitle: 'Title of source-1' },
  startMs: 1000,
  endMs: 2000,
  jumpMs: 500,
  anchor: null,
}
const presence = {
  slug: 'embedding',
  name: 'Embedding',
  aliases: ['vector'],
  spoken: side,
  written: { ...side, explained: 0 },
  focus: 0.9,
  firstExplainedAt: '2020-01-01T00:00:00.000Z',
  lastExplainedAt: '2021-01-01T00:00:00.000Z',
  since: { documents: 4, passages: 6 },
}
const group = {
  text: 'sourdough',
  times: 3,
  lastAt: '2026-01-01T00:00:00.000Z',
  foundWell: 1,
  queries: [{ text: 'sourdough', times: 3, lastAt: '2026-01-01T00:00:00.000Z' }],
}
const shown: ShownCoverage = {
  newestAt: '2026-01-01T00:00:00.000Z',
  writtenOnly: { total: 1, next: null, entries: [{ ...presence, moment: null }] },
  spokenOnly: { total: 30, next: '20', entries: [{ ...presence, moment: place }] },
  explainedLongAgo: { total: 1, next: null, entries: [{ ...presence, first: place, last: null }] },
  searches: { total: 1, next: null, entries: [group] },
  searchesKept: true,
}

async function ask(url: string) {
  const asked: CoverageRequest[] = []
  const app = Fastify()
  onTestFinished(() => app.close())
  registerErrors(app)
  const showCoverage = (request: CoverageRequest) => {
    asked.push(request)
    return Promise.resolve(shown)
  }
  await app.register(coverageRoutes, { services: { editor: { showCoverage } } })
  return { response: await app.inject(url), asked }
}

test('the lists are answered with where to begin, twenty of each and two years unless told otherwise', async () => {
  const { response, asked } = await ask('/coverage')
  expect(asked).toEqual([{ list: null, limit: 20, cursor: null, months: 24 }])
  expect(response.json()).toMatchObject({
    writtenOnly: { total: 1, entries: [{ slug: 'embedding', aliases: ['vector'], moment: null }] },
    spokenOnly: {
      total: 30,
      next: '20',
      entries: [
        { spoken: side, moment: { passageId: 'passage-1', jumpMs: 500, document: { id: 'document-1' } } },
      ],
    },
    explainedLongAgo: {
      entries: [{ since: { documents: 4, passages: 6 }, first: { text: place.text }, last: null }],
    },
    searches: { total: 1, entries: [group] },
    searchesKept: true,
  })
})

test('a page of one list', async () => {
  const { asked } = await ask('/coverage?list=spokenOnly&limit=5&cursor=20&months=6')
  expect(asked).toEqual([{ list: 'spokenOnly', limit: 5, cursor: '20', months: 6 }])
})

test.each(['/coverage?list=none', '/coverage?limit=0', '/coverage?limit=101', '/coverage?months=0'])(
  'refused: %s',
  async (url) => {
    expect((await ask(url)).response.statusCode).toBe(400)
  },
)
