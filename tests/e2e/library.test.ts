import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentResponse, TranscriptResponse } from '../../src/api/schemas/document.js'
import type { SearchResponse, SimilarResponse } from '../../src/api/schemas/search.js'
import type { AddSourceResponse, JobResponse, SourceListResponse } from '../../src/api/schemas/source.js'
import type { StatusResponse } from '../../src/api/schemas/status.js'
import { runCli, sample } from './running-server.js'
import { serveSample, type SampleServer } from './sample-library.js'

/** The whole program over a real part of the sample: every endpoint and every command answers. */

let server: SampleServer
const search = (q: string, more = '') =>
  server.json<SearchResponse>(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)

beforeAll(async () => {
  server = await serveSample()
})
afterAll(() => server.end())

describe('search', () => {
  test('a question finds the moment where it is explained, with everything a page needs', async () => {
    const { hits, degraded, total } = await search('how does HNSW find neighbours?')
    const [hit] = hits
    expect(degraded).toBe(false)
    expect(total).toBeGreaterThan(hits.length - 1)
    expect(hit?.document.title).toMatch(/^HNSW/)
    expect(hit?.document.mediaUrl).toBe(`/api/v1/documents/${hit?.document.id}/media`)
    expect(hit?.speaker).toMatch(/^(Wren|Tobin)$/)
    expect(hit?.url).toBe(`/d/${hit?.document.id}?t=${(hit?.jumpMs ?? 0) / 1000}`)
    const [from = 0, to = 0] = hit?.best ?? []
    expect(hit?.text.slice(from, to).length).toBeGreaterThan(10)
    // Its notes say what the letters stand for.
    for (const [start, end] of hit?.highlights ?? [])
      expect(hit?.text.slice(start, end)).toMatch(/hnsw|find|neighbour|hierarchical|navigable|small|world/i)
  })

  test('playing begins at most 8 s before the best sentence and never after it', async () => {
    for (const q of [
      'cosine similarity',
      'reciprocal rank fusion',
      'what is a latent space',
      'term frequency saturation',
    ]) {
      for (const hit of (await search(q)).hits.filter(({ jumpMs }) => jumpMs !== null)) {
        expect(hit.jumpMs).toBeGreaterThanOrEqual((hit.startMs ?? 0) - 8000)
        expect(hit.jumpMs).toBeLessThan(hit.endMs ?? 0)
      }
    }
  })

  test('sponsor reads are left out unless asked for', async () => {
    const q = 'this episode is brought to you by'
    const sponsored = (response: SearchResponse) =>
      response.hits.filter(({ chapter }) => chapter === 'Sponsor').length
    expect(sponsored(await search(q))).toBe(0)
    expect(sponsored(await search(q, '&includeAds=true'))).toBeGreaterThan(0)
  })

  test('filters hold for every hit', async () => {
    const shorts = await search('vector', '&kind=short')
    expect(new Set(shorts.hits.map(({ document }) => document.kind))).toEqual(new Set(['short']))
    const posts = await search('embedding', '&kind=post')
    expect(
      posts.hits.every(
        ({ startMs, jumpMs, anchor }) => startMs === null && jumpMs === null && anchor !== null,
      ),
    ).toBe(true)
    const wren = await search('embedding', '&speaker=wren&kind=episode')
    expect(wren.hits.length).toBeGreaterThan(0)
    expect((await search('embedding', '&after=2031')).hits).toEqual([])
  })

  test('pages meet without gap or overlap', async () => {
    const first = await search('vector', '&k=5')
    const second = await search('vector', `&k=5&cursor=${first.next}`)
    const both = await search('vector', '&k=10')
    expect([...first.hits, ...second.hits].map(({ passageId }) => passageId)).toEqual(
      both.hits.map(({ passageId }) => passageId),
    )
  })

  test.each([
    '"',
    'C++',
    "don't",
    '🙂',
    'NEAR(a b)',
    'a AND',
    '-word',
    'col:umn',
    '*',
    '\\',
    'x'.repeat(2000),
    '漢'.repeat(2000),
    "'; drop table entries; --",
  ])('the query %j answers', async (q) => {
    for (const mode of ['hybrid', 'lexical', 'dense'])
      expect((await server.get(`/api/v1/search?q=${encodeURIComponent(q)}&mode=${mode}`)).status).toBe(200)
  })

  test('an empty query is a clear 400', async () => {
    const response = await server.get('/api/v1/search?q=%20')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'QUERY_EMPTY' })
  })

  test('similar passages are others than the passage and its neighbours', async () => {
    const [hit] = (await search('latent space')).hits
    const { hits } = await server.json<SimilarResponse>(`/api/v1/passages/${hit?.passageId}/similar?k=5`)
    expect(hits).toHaveLength(5)
    expect(hits.map(({ passageId }) => passageId)).not.toContain(hit?.passageId)
    expect((await server.get('/api/v1/passages/unknown/similar')).status).toBe(404)
  })
})

describe('documents', () => {
  const anEpisode = async () => {
    const { documents } = await server.json<{ documents: DocumentResponse[] }>(
      '/api/v1/documents?q=HNSW&kind=episode',
    )
    return documents[0] as DocumentResponse
  }

  test('lists and single documents carry what was published', async () => {
    const { id } = await anEpisode()
    const document = await server.json<DocumentResponse>(`/api/v1/documents/${id}`)
    expect(document).toMatchObject({
      kind: 'episode',
      sourceTitle: 'Five Minutes on Search',
      timing: 'exact',
      language: 'en',
    })
    expect(document.chapters).toHaveLength(5)
    expect((await server.get('/api/v1/documents/unknown')).status).toBe(404)
  })

  test('a transcript comes in four formats', async () => {
    const { id } = await anEpisode()
    const { cues } = await server.json<TranscriptResponse>(`/api/v1/documents/${id}/transcript.json`)
    expect(cues.length).toBeGreaterThan(40)
    const text = async (extension: string) => {
      const response = await server.get(`/api/v1/documents/${id}/transcript.${extension}`)
      return [response.headers.get('content-type'), (await response.text()).slice(0, 60)]
    }
    expect(await text('vtt')).toEqual([
      expect.stringMatching(/^text\/vtt/),
      expect.stringMatching(/^WEBVTT\n\n00:00:0\d\.\d{3} --> /),
    ])
    expect(await text('srt')).toEqual([
      expect.stringMatching(/subrip/),
      expect.stringMatching(/^1\n00:00:0\d,\d{3} --> /),
    ])
    expect(await text('txt')).toEqual([
      expect.stringMatching(/^text\/plain/),
      expect.stringMatching(/^(Wren|Tobin): /),
    ])
  })

  test('local sound is served in ranges', async () => {
    const { id } = await anEpisode()
    const url = `${server.url}/api/v1/documents/${id}/media`
    const whole = await fetch(url)
    expect(whole.headers.get('content-type')).toBe('audio/mpeg')
    const size = (await whole.arrayBuffer()).byteLength
    const part = await fetch(url, { headers: { range: 'bytes=1000-1999' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1999/${size}`])
  })

  test('a correction shifts every time and renames a speaker, and the index follows', async () => {
    const { documents } = await server.json<{ documents: DocumentResponse[] }>(
      '/api/v1/documents?q=BM25&kind=episode',
    )
    const id = documents[0]?.id
    const cuesBefore = (await server.json<TranscriptResponse>(`/api/v1/documents/${id}/transcript.json`)).cues
    const response = await fetch(`${server.url}/api/v1/documents/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs: 1500, speakers: { Tobin: 'Tobias' } }),
    })
    expect(response.status).toBe(200)
    const { cues } = await server.json<TranscriptResponse>(`/api/v1/documents/${id}/transcript.json`)
    expect(cues.map(({ startMs }) => startMs)).toEqual(cuesBefore.map(({ startMs }) => (startMs ?? 0) + 1500))
    await server.untilIdle()
    const { hits } = await search('term frequency', '&speaker=Tobias')
    expect(hits.length).toBeGreaterThan(0)
    expect(new Set(hits.map(({ document }) => document.id))).toEqual(new Set([id]))
  })
})

describe('sources and the server', () => {
  test('pulling again writes nothing', async () => {
    const { sources } = await server.json<SourceListResponse>('/api/v1/sources')
    expect(sources.map(({ documents }) => documents)).toEqual([9, 6])
    const response = await server.post(`/api/v1/sources/${sources[0]?.id}/pull`, {})
    expect(response.status).toBe(202)
    const { id } = (await response.json()) as JobResponse
    const events = await (await server.get(`/api/v1/jobs/${id}/events`)).text()
    expect(events).toMatch(/^event: job\ndata: \{/)
    expect(await server.json<JobResponse>(`/api/v1/jobs/${id}`)).toMatchObject({
      status: 'done',
      step: '0 new or changed',
      error: null,
    })
  })

  test('what is no source is refused by name', async () => {
    const missing = await server.post('/api/v1/sources', { location: '/nowhere/feed.xml' })
    expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([
      422,
      'SOURCE_UNREADABLE',
    ])
    const forbidden = await server.post('/api/v1/sources', { location: 'http://127.0.0.1:9/feed.xml' })
    expect([forbidden.status, ((await forbidden.json()) as { code: string }).code]).toEqual([
      403,
      'FETCH_ADDRESS_FORBIDDEN',
    ])
  })

  test('health, readiness, status, OpenAPI and its pages answer', async () => {
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs/', '/', '/library'])
      expect([path, (await server.get(path)).status]).toEqual([path, 200])
    expect((await server.get('/d/unknown')).status).toBe(404)
    const status = await server.json<StatusResponse>('/api/v1/status')
    expect(status).toMatchObject({
      documents: { episode: 7, short: 2, post: 6 },
      sources: 2,
      index: { behind: 0 },
    })
    expect(status.examples.length).toBeGreaterThan(0)
  })
})

describe('the command line beside the running server', () => {
  test('search prints data to stdout and exits 0, or 1 when nothing is found', async () => {
    const found = await runCli(server.dataFolder, 'search', 'what is a latent space', '--json', '--k', '3')
    expect([found.code, (JSON.parse(found.stdout) as SearchResponse).hits.length]).toEqual([0, 3])
    const nothing = await runCli(server.dataFolder, 'search', 'latent', '--after', '2031')
    expect([nothing.code, nothing.stdout]).toEqual([1, ''])
    const wrong = await runCli(server.dataFolder, 'search', 'latent', '--k', 'many')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(/^USAGE: --k many/)])
  })

  test('what a command adds is found by the server within moments', async () => {
    const added = await runCli(server.dataFolder, 'add', sample('optech/newsletters'), '--json')
    expect(added.code).toBe(0)
    await server.untilIdle()
    expect((await search('testnet5 draft BIP', '&kind=post')).hits[0]?.document.title).toMatch(/Optech/)
  })

  test('status, pull and doctor answer; reindex is refused while the server keeps the index', async () => {
    const status = await runCli(server.dataFolder, 'status', '--json')
    expect(JSON.parse(status.stdout)).toMatchObject({ documents: { short: 2 }, index: { behind: 0 } })
    expect((await runCli(server.dataFolder, 'pull')).code).toBe(0)
    const doctor = await runCli(server.dataFolder, 'doctor')
    expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining('FAIL')])
    const reindex = await runCli(server.dataFolder, 'reindex')
    expect([reindex.code, reindex.stderr]).toEqual([2, expect.stringMatching(/^INDEX_LOCKED/)])
  })

  test('removing a source takes its documents out of the index', async () => {
    const { sources } = await server.json<{ sources: AddSourceResponse['source'][] }>('/api/v1/sources')
    const newsletters = sources.find(({ location }) => location.endsWith('newsletters'))
    const response = await fetch(`${server.url}/api/v1/sources/${newsletters?.id}`, { method: 'DELETE' })
    expect(response.status).toBe(204)
    await server.untilIdle()
    expect(
      (await search('testnet5 draft BIP')).hits.filter(({ document }) => /Optech/.test(document.title)),
    ).toEqual([])
  })
})
