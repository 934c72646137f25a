import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { Source } from '../../src/domain/source.js'
import type { SourcePreview } from '../../src/domain/source-preview.js'
import { ForkedIngest } from '../../src/jobs/forked-ingest.js'
import type { IngestOutcome, IngestTask } from '../../src/jobs/ingest-task.js'
import { aSource } from '../builders/documents.js'

/** Children that wait to be told what they answer. */
class Child extends EventEmitter {
  static alive: Child[] = []
  static most = 0
  task: IngestTask | undefined

  constructor() {
    super()
    Child.alive.push(this)
    Child.most = Math.max(Child.most, Child.alive.length)
  }

  send(task: IngestTask) {
    this.task = task
  }

  kill() {
    this.end()
  }

  answer(outcome: IngestOutcome) {
    this.emit('message', outcome)
    this.end()
  }

  end() {
    Child.alive = Child.alive.filter((child) => child !== this)
    this.emit('exit', 0, null)
  }
}

vi.mock('node:child_process', () => ({ fork: () => new Child() }))

function anIngest(more: Partial<Catalog> = {}) {
  Child.alive = []
  Child.most = 0
  const catalog = {
    findSource: (id: string) => Promise.resolve(aSource({ id })),
    enqueueJob: (sourceId: string) => Promise.resolve({ id: `job of ${sourceId}`, status: 'running' }),
    ...more,
  } as unknown as Catalog
  const settings = {
    catalogPath: '',
    model: '',
    modelsFolder: '',
    allowPrivate: false,
    dataFolder: '',
    transcribeCommand: null,
    transcribeModel: null,
  }
  const ingest = new ForkedIngest(catalog, settings, () => undefined)
  onTestFinished(() => ingest.close())
  return ingest
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('many that are added at once are looked at two at a time, in their order', async () => {
  const ingest = anIngest()
  const names = ['a', 'b', 'c', 'd', 'e']
  const added = names.map((name) => ingest.add([name]))
  const looked: string[] = []
  while (looked.length < names.length) {
    await settle()
    const child = Child.alive[0]
    if (child?.task?.kind !== 'add') continue
    looked.push(...child.task.locations)
    child.answer({ ok: true, sourceIds: [`source ${child.task.locations.join()}`] })
  }
  expect((await Promise.all(added)).map(([first]) => first?.source.id)).toEqual(
    names.map((name) => `source ${name}`),
  )
  expect([looked, Child.most]).toEqual([names, 2])
})

test('one that cannot be looked at makes room for the next', async () => {
  const ingest = anIngest()
  const added = ['a', 'b', 'c'].map((name) => ingest.add([name]))
  const outcomes = Promise.allSettled(added)
  await settle()
  for (const child of [...Child.alive]) child.answer({ ok: false, code: 'FETCH_FAILED', message: 'no' })
  await settle()
  Child.alive[0]?.answer({ ok: true, sourceIds: ['c'] })
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})

test('those that still wait when the server stops are told so', async () => {
  const ingest = anIngest()
  const outcomes = Promise.allSettled(['a', 'b', 'c'].map((name) => ingest.add([name])))
  await settle()
  await ingest.close()
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'INGEST_INTERRUPTED' } })
})

const aPreview = (source: Source) =>
  ({
    source,
    documents: { episode: 1, short: 0, post: 0 },
    newest: [],
    issues: [],
  }) as unknown as SourcePreview

test('what was looked at is added as it was found, without asking again', async () => {
  const source = aSource({ id: 'found' })
  const written: Source[] = []
  const ingest = anIngest({
    addSources: (sources) => {
      written.push(...sources)
      return Promise.resolve(sources.map((each) => ({ source: each, added: true })))
    },
  })
  const looking = ingest.look('a')
  await settle()
  expect(Child.alive[0]?.task).toMatchObject({ kind: 'look', location: 'a' })
  Child.alive[0]?.answer({ ok: true, sourceIds: [], preview: aPreview(source) })
  expect((await looking).source).toEqual(source)
  const [added] = await ingest.add(['a'])
  expect([added?.source.id, written.map(({ id }) => id), Child.alive.length]).toEqual(['found', ['found'], 0])
})

test('a look that nobody waits for any more ends, and one that waits its turn is not begun', async () => {
  const ingest = anIngest()
  const leaving = ['a', 'b', 'c'].map(() => new AbortController())
  const looks = Promise.allSettled(
    ['a', 'b', 'c'].map((location, index) => ingest.look(location, leaving[index]?.signal)),
  )
  await settle()
  expect(Child.alive.map(({ task }) => task?.kind === 'look' && task.location)).toEqual(['a', 'b'])
  leaving[2]?.abort()
  leaving[0]?.abort()
  await settle()
  expect(Child.alive.map(({ task }) => task?.kind === 'look' && task.location)).toEqual(['b'])
  Child.alive[0]?.answer({ ok: true, sourceIds: [], preview: aPreview(aSource()) })
  expect((await looks).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  expect([Child.alive.length, Child.most]).toEqual([0, 2])
})
