import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { HostQueue } from '../../../ingest/fetch/host-queue.js'
import { referenceReader } from '../../../ingest/fetch/kept-references.js'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import { aSource } from '../../builders/documents.js'
import { farOrigin } from './far-origin.js'
import { startServer } from './local-server.js'
import { SteppedClock } from './stepped-clock.js'

/** A source whose files are at a host that counts as far, and never say that they have not changed. */
async function aFarSource() {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-references-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  const source = aSource()
  await catalog.addSources([source])
  const asked: string[] = []
  const broken = new Set<string>()
  const origin = farOrigin(
    await startServer(({ url = '' }, response) => {
      asked.push(url)
      response.writeHead(broken.has(url) ? 404 : 200).end(`text of ${url}`)
    }),
  )
  const read = (text: string) => text
  /** Reads what is at the paths as a pull does; returns what was asked of the host. */
  const pull = async (paths: readonly string[], current = paths) => {
    const clock = new SteppedClock()
    const options = { allowPrivate: true, queue: new HostQueue(clock) }
    const base = { isFolder: false, location: `${origin}/feed.xml` } as const
    const urls = current.map((path) => `${origin}${path}`)
    asked.length = 0
    const references = await referenceReader(source.id, base, catalog, options, urls)
    const texts: string[] = []
    for (const path of paths) {
      const reading = references.read(`${origin}${path}`, read, () => undefined)
      texts.push(await clock.run(reading))
      // Times are told apart by their milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(texts).toEqual(paths.map((path) => `text of ${path}`))
    return [...asked]
  }
  return { catalog, source, origin, broken, pull }
}

const paths = Array.from({ length: 32 }, (_, index) => `/${String(index).padStart(2, '0')}.vtt`)

describe('what was fetched before is asked for again in turn', () => {
  test('25 in one pull, those first that were asked longest ago', async () => {
    const { pull } = await aFarSource()
    expect(await pull(paths)).toEqual(paths)
    expect(await pull(paths)).toEqual(paths.slice(0, 25))
    expect(await pull(paths)).toEqual([...paths.slice(0, 18), ...paths.slice(25)])
  })

  test('also when the ones before fail', async () => {
    const { pull, broken } = await aFarSource()
    await pull(paths)
    for (const path of paths) broken.add(path)
    const asked = new Set([...(await pull(paths)), ...(await pull(paths))])
    expect([...asked].sort()).toEqual(paths)
  })

  test('also when the ones before are not read', async () => {
    const { pull } = await aFarSource()
    await pull(paths)
    const read = paths.slice(25)
    expect(await pull(read, paths)).toEqual([])
    expect(await pull(read, paths)).toEqual(read)
  })

  test('and what no item refers to now, or nobody fetches, takes no turn', async () => {
    const { pull, catalog, source, origin } = await aFarSource()
    const kept = { text: '', mediaType: null, etag: null, lastModified: null, bodyHash: 'x', finalUrl: null }
    const older = { ...kept, fetchedAt: '2020-01-01T00:00:00.000Z' }
    for (const path of paths) {
      await catalog.saveReference(source.id, `${origin}/gone${path}`, older)
      await catalog.saveReference(source.id, `transcription:${origin}${path}`, older)
    }
    const few = paths.slice(0, 20)
    await pull(few)
    expect(await pull(few)).toEqual(few)
  })
})

test('what was never fetched is asked for, however much of the rest is due', async () => {
  const { pull } = await aFarSource()
  await pull(paths)
  expect(await pull(['/new.vtt', ...paths])).toEqual(['/new.vtt', ...paths.slice(0, 25)])
})
