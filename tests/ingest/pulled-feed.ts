import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { addSources } from '../../ingest/add-source.js'
import { runJob } from '../../ingest/run-job.js'
import type { Catalog } from '../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { Job } from '../../src/domain/job.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'
import { startServer } from './fetch/local-server.js'

/** A library that pulls from a real server on this machine, which a test changes under its feet. */

export interface Answer {
  status?: number
  body?: string
  headers?: Record<string, string>
}

export interface PulledLibrary {
  origin: string
  catalog: Catalog
  embedder: FakeEmbedder
  /** What the server answers, by path; a body gets an ETag of its own. */
  pages: Map<string, Answer>
  /** `200 /feed.xml` for each request since it was last emptied. */
  requests: string[]
  add(path?: string): Promise<string>
  pull(sourceId: string, signal?: AbortSignal): Promise<Job>
}

export async function aLibrary(): Promise<PulledLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-pull-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  const pages = new Map<string, Answer>()
  const requests: string[] = []
  const origin = await startServer((request, response) => answer(request, response, pages, requests))
  const embedder = new FakeEmbedder()
  return {
    origin,
    catalog,
    embedder,
    pages,
    requests,
    async add(path = '/feed.xml') {
      const [found] = await addSources([`${origin}${path}`], {
        catalog,
        allowPrivate: true,
        dataFolder: folder,
      })
      return found?.source.id ?? ''
    },
    async pull(sourceId, signal) {
      const { id } = await catalog.enqueueJob(sourceId)
      const job = await catalog.claimJob(id)
      if (!job) throw new Error(`job ${id} is taken`)
      return runJob(job, {
        catalog,
        embedder,
        transcriber: null,
        dataFolder: folder,
        allowPrivate: true,
        signal,
      })
    },
  }
}

function answer(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Answer>,
  requests: string[],
): void {
  const page = pages.get(url) ?? { status: 404 }
  const etag = `"${Buffer.from(page.body ?? '')
    .toString('base64url')
    .slice(-40)}-${page.body?.length}"`
  const isKnown = page.body !== undefined && headers['if-none-match'] === etag
  const status = isKnown ? 304 : (page.status ?? 200)
  requests.push(`${status} ${url}`)
  response.writeHead(status, { ...(page.body === undefined ? {} : { etag }), ...page.headers })
  response.end(isKnown ? undefined : page.body)
}

export interface Episode {
  guid: string
  day: number
  /** Path of its transcript. */
  transcript?: string
}

/** A feed of episodes of January 2026. */
export function aFeed(title: string, episodes: readonly Episode[], extra = ''): string {
  const items = episodes.map(
    ({ guid, day, transcript }) => `<item><title>Episode ${guid}</title><guid>${guid}</guid>
      <pubDate>${new Date(Date.UTC(2026, 0, day)).toUTCString()}</pubDate>
      <enclosure url="https://cdn.example/${guid}.mp3" type="audio/mpeg" length="1"/>
      ${transcript === undefined ? '' : `<podcast:transcript url="${transcript}" type="text/vtt"/>`}</item>`,
  )
  return `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>${title}</title><link>https://show.example/</link>${items.join('')}${extra}</channel></rss>`
}

/** One cue for each text, ten seconds each. */
export const aVtt = (...texts: string[]): string =>
  `WEBVTT\n\n${texts.map((text, index) => `00:${String(index).padStart(2, '0')}:00.000 --> 00:${String(index).padStart(2, '0')}:10.000\n${text}\n`).join('\n')}`
