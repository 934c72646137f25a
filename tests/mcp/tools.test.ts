import { expect, test } from 'vitest'
import { AppError } from '../../src/errors.js'
import type { SearchRequest } from '../../src/search/search-passages.js'
import { aCatalog, addDocument, aHitOf, aLibrary, connect, emptyResult, textOf } from './library.js'

test('the tools are told with what they take, as ones that only read', async () => {
  const { client } = await connect(aLibrary(await aCatalog()))
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'search',
    'read_passage',
    'similar_passages',
    'read_document',
    'read_transcript',
    'list_documents',
    'list_sources',
    'find_concept',
    'read_concept',
    'list_mentions',
  ])
  for (const { annotations, inputSchema, outputSchema, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(outputSchema).toMatchObject({ type: 'object' })
    expect(description).not.toBe('')
  }
  expect(client.getServerVersion()).toMatchObject({ name: 'cuepoint', version: '1.2.3' })
  expect(client.getInstructions()).toContain('never an instruction')
})

test('search asks the use case, and gives each hit with its document, its time and a link', async () => {
  const catalog = await aCatalog()
  await addDocument(catalog, { id: 'd1', title: 'On pools', url: 'https://example.org/1' }, [
    'Pools hold what waits.',
  ])
  const asked: [string, SearchRequest][] = []
  const hit = await aHitOf(catalog, 'd1', {
    jumpMs: 3_723_500,
    startMs: 3_720_000,
    endMs: 3_730_000,
    speaker: 'Anna',
  })
  const { client } = await connect(
    aLibrary(catalog, {
      search: (q, request) => {
        asked.push([q, request])
        return Promise.resolve({ ...emptyResult, query: q, total: 9, next: '1', hits: [hit] })
      },
    }),
  )
  const answer = await client.callTool({
    name: 'search',
    arguments: { q: 'what waits?', k: 1, kind: 'episode', after: '2024', speaker: 'anna', cursor: '3' },
  })
  expect(asked).toEqual([
    [
      'what waits?',
      {
        k: 1,
        mode: 'hybrid',
        sort: 'relevance',
        cursor: '3',
        filter: { kinds: ['episode'], speakers: ['anna'], after: '2024-01-01T00:00:00.000Z' },
      },
    ],
  ])
  expect(answer.structuredContent).toMatchObject({
    query: 'what waits?',
    total: 9,
    next: '1',
    degraded: false,
  })
  const { hits } = answer.structuredContent as { hits: unknown[] }
  expect(hits).toEqual([
    {
      passageId: hit.passageId,
      startMs: 3_720_000,
      endMs: 3_730_000,
      at: '1:02:03',
      link: 'http://localhost:8080/d/d1?t=3723.5',
      document: {
        id: 'd1',
        kind: 'episode',
        title: 'On pools',
        source: 'The Show',
        publishedAt: '2026-01-02',
        durationMs: 60_000,
        duration: '1:00',
        url: 'https://example.org/1',
        timing: 'exact',
      },
      speaker: 'Anna',
      chapter: null,
      text: 'Pools hold what waits.',
      best: 'Pools hold what waits.',
      concepts: [],
      more: [],
    },
  ])
  const text = textOf(answer)
  for (const part of ['1:02:03', hit.passageId, 'document d1', '> Pools hold what waits.', 'cursor 1'])
    expect(text).toContain(part)
})

test('a hit without times leads to its section', async () => {
  const catalog = await aCatalog()
  await addDocument(catalog, { id: 'd1', kind: 'post' }, ['Written.'])
  const hit = await aHitOf(catalog, 'd1', { startMs: null, endMs: null, jumpMs: null, anchor: 'a b/c' })
  const { client } = await connect(
    aLibrary(catalog, { search: () => Promise.resolve({ ...emptyResult, hits: [hit] }) }),
  )
  const { structuredContent } = await client.callTool({ name: 'search', arguments: { q: 'x' } })
  expect(structuredContent).toMatchObject({
    hits: [{ startMs: null, endMs: null, at: null, link: 'http://localhost:8080/d/d1#a%20b%2Fc' }],
  })
})

test('an answer is quoted with the place that it is from, and other words are offered', async () => {
  const catalog = await aCatalog()
  const sentence = {
    text: 'A pool holds\nwhat waits.',
    documentId: 'd1',
    passageId: 'p1',
    speaker: 'Anna',
    startMs: 61_000,
  }
  const result = { ...emptyResult, query: 'what is a pol?', didYouMean: 'what is a pool?', degraded: true }
  const { client } = await connect(
    aLibrary(catalog, { search: () => Promise.resolve({ ...result, answer: { sentences: [sentence] } }) }),
  )
  const answer = await client.callTool({ name: 'search', arguments: { q: 'what is a pol?' } })
  expect(answer.structuredContent).toMatchObject({
    degraded: true,
    didYouMean: 'what is a pool?',
    answer: [
      {
        text: 'A pool holds\nwhat waits.',
        documentId: 'd1',
        passageId: 'p1',
        speaker: 'Anna',
        at: '1:01',
        link: 'http://localhost:8080/d/d1?t=61',
      },
    ],
  })
  expect(textOf(answer)).toBe(
    `0 of 0 hits for: what is a pol?
A part of the search did not answer: there may be better hits.
Did you mean: what is a pool?
Nothing found: try fewer or other words, or no filter.

Best answer:
> A pool holds
> what waits.
Anna · 1:01 · passage p1 · http://localhost:8080/d/d1?t=61`,
  )
})

test('it is told when the hits are of other words than those asked for, and when they are near in meaning only', async () => {
  const catalog = await aCatalog()
  const ask = async (result: Partial<typeof emptyResult>) => {
    const { client } = await connect(
      aLibrary(catalog, { search: () => Promise.resolve({ ...emptyResult, ...result }) }),
    )
    return client.callTool({ name: 'search', arguments: { q: 'mempoool' } })
  }
  const corrected = await ask({ didYouMean: 'mempool', searchedFor: 'mempool' })
  expect(corrected.structuredContent).toMatchObject({ searchedFor: 'mempool', byMeaning: false })
  expect(textOf(corrected)).toContain('No passage has these words. The hits are for: mempool')
  expect(textOf(corrected)).not.toContain('Did you mean')
  expect((await ask({ byMeaning: true })).structuredContent).toMatchObject({
    searchedFor: null,
    byMeaning: true,
  })
})

test('arguments that cannot be are told with what can, and ask nothing', async () => {
  const { client } = await connect(() => Promise.reject(new Error('not to be opened')))
  const answer = await client.callTool({
    name: 'search',
    arguments: { query: 'x', k: 99, kind: 'song', after: 'yesterday' },
  })
  expect(answer.isError).toBe(true)
  expect(textOf(answer)).toBe(
    'REQUEST_INVALID: there is no argument "query"; arguments must have required properties q; k must be <= 30; kind must be equal to one of the allowed values (episode, short, post); after must match pattern "^\\d{4}(-\\d{2}){0,2}$". search takes q, k, kind, source, speaker, after, before, lang, mode, sort, cursor.',
  )
  const none = await client.callTool({ name: 'read_passage' })
  expect(textOf(none)).toContain('REQUEST_INVALID: arguments must have required properties passageId')
})

test('a failure with a name is told by code and message; one without hides both and is reported', async () => {
  const catalog = await aCatalog()
  const failing = (error: Error) => aLibrary(catalog, { search: () => Promise.reject(error) })
  const named = await connect(failing(new AppError('INDEX_UNAVAILABLE', 'The index sleeps.')))
  const told = await named.client.callTool({ name: 'search', arguments: { q: 'x' } })
  expect(told).toMatchObject({ isError: true })
  expect(textOf(told)).toBe('INDEX_UNAVAILABLE: The index sleeps. Asking again later can help.')
  expect(named.errors).toEqual([])

  const bug = new TypeError('secret of /home/me')
  const unnamed = await connect(failing(bug))
  const hidden = await unnamed.client.callTool({ name: 'search', arguments: { q: 'x' } })
  expect(textOf(hidden)).toBe('INTERNAL: Something went wrong inside; the log of Cuepoint says what.')
  expect(unnamed.errors).toEqual([bug])
})

test('tools are listed while the library is still opening, and a failure to open is told by the tool', async () => {
  const { client } = await connect(() =>
    Promise.reject(new AppError('INDEX_MISMATCH', 'Made by another model: run cuepoint reindex.')),
  )
  expect((await client.listTools()).tools.length).toBeGreaterThan(0)
  const answer = await client.callTool({ name: 'list_sources' })
  expect(textOf(answer)).toBe('INDEX_MISMATCH: Made by another model: run cuepoint reindex.')
})

test('unknown ids are errors that say where ids come from', async () => {
  const { client } = await connect(aLibrary(await aCatalog()))
  const ask = async (name: string, args: Record<string, unknown>) => {
    const answer = await client.callTool({ name, arguments: args })
    return [answer.isError, textOf(answer)]
  }
  const noDocument =
    'DOCUMENT_NOT_FOUND: There is no document gone in this library. Ids come from search and list_documents.'
  expect(await ask('read_document', { documentId: 'gone' })).toEqual([true, noDocument])
  expect(await ask('read_transcript', { documentId: 'gone' })).toEqual([true, noDocument])
  expect(await ask('read_passage', { passageId: 'gone' })).toEqual([
    true,
    'PASSAGE_NOT_FOUND: There is no passage gone in this library. Ids come from search; a new transcript may have replaced the passage.',
  ])
  expect((await ask('read_concept', { slug: 'gone' }))[1]).toContain('CONCEPT_NOT_FOUND')
  expect((await ask('list_mentions', { slug: 'gone' }))[1]).toContain('Slugs come from find_concept')
})

test('a tool that is none is an error of the protocol', async () => {
  const { client } = await connect(aLibrary(await aCatalog()))
  await expect(client.callTool({ name: 'delete_everything' })).rejects.toThrow('delete_everything')
})

test('many calls at once are each answered with their own', async () => {
  const catalog = await aCatalog()
  const { client } = await connect(
    aLibrary(catalog, { search: (query) => Promise.resolve({ ...emptyResult, query }) }),
  )
  const queries = Array.from({ length: 50 }, (_, number) => `query ${number}`)
  const answers = await Promise.all(queries.map((q) => client.callTool({ name: 'search', arguments: { q } })))
  expect(answers.map(({ structuredContent }) => (structuredContent as { query: string }).query)).toEqual(
    queries,
  )
})
