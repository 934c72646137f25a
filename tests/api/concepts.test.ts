import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import { bindConcepts } from '../../src/concepts/concepts.js'
import type { Services } from '../../src/services.js'
import { aConcept, anUpdate } from '../builders/concepts.js'
import { aConceptLibrary } from '../concepts/concept-library.js'

/** The HTTP border over the use cases and a real catalog. */
async function anApp(token: string | null = null) {
  const { catalog, passageIds } = await aConceptLibrary()
  /** Takes the place of what finds concepts: knows how to hide one. */
  const refresh = async () => {
    const { edit, id } = (await catalog.listConceptEdits()).at(-1) ?? {}
    const state = await catalog.readConceptState()
    if (edit?.kind !== 'hide' || id === undefined || !state) return
    const concept = aConcept({ slug: edit.key, name: 'Attention', hidden: edit.hidden })
    await catalog.applyConcepts(anUpdate({ from: state, to: { ...state, edit: id }, concepts: [concept] }))
  }
  const app = await buildApp({ catalog, concepts: bindConcepts(catalog, refresh) } as unknown as Services, {
    token,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
  })
  onTestFinished(() => app.close())
  return { app, catalog, passageIds }
}

const get = async (app: FastifyInstance, path: string) => (await app.inject(`/api/v1${path}`)).json<never>()
const post = (app: FastifyInstance, path: string, payload: object, headers = {}) =>
  app.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers })

describe('reading', () => {
  test('concepts are listed best first, a page after the other, and found by what a name contains', async () => {
    const { app } = await anApp()
    const first = await get(app, '/concepts?limit=1')
    expect(first).toEqual({
      concepts: [
        {
          slug: 'embedding',
          name: 'Embedding',
          aliases: ['word vector', 'embeddings'],
          definition: 'An embedding is a list of numbers.',
          mentions: 3,
          documents: 2,
          hidden: false,
        },
      ],
      total: 3,
      next: expect.any(String) as string,
    })
    const second = await get(app, `/concepts?limit=1&cursor=${(first as { next: string }).next}`)
    expect(second).toMatchObject({ concepts: [{ slug: 'attention' }] })
    expect(await get(app, '/concepts?q=vectors')).toMatchObject({
      concepts: [{ slug: 'embedding' }],
      total: 1,
    })
    expect(await get(app, '/concepts?hidden=true')).toMatchObject({
      concepts: [{ slug: 'secret' }],
      total: 1,
    })
  })

  test('a concept gathers what is said of it; a former slug answers with it', async () => {
    const { app, passageIds } = await anApp()
    const document = { id: 'talk', title: 'The talk', kind: 'episode', sourceTitle: 'Title of source-1' }
    const concept = await get(app, '/concepts/embedding')
    expect(concept).toMatchObject({
      slug: 'embedding',
      hidden: false,
      origins: ['heading', 'speech'],
      definitions: [
        {
          text: 'An embedding is a list of numbers.',
          passageId: passageIds.intro,
          document,
          startMs: 4500,
          endMs: 8500,
          jumpMs: 500,
          anchor: null,
        },
      ],
      analogies: [],
      firstExplained: { document: { id: 'post' }, anchor: 'embeddings', jumpMs: null },
      bestExplained: { passageId: passageIds.intro },
      firstMentioned: { passageId: passageIds.written, document: { id: 'post' } },
      related: [
        {
          slug: 'attention',
          name: 'Attention',
          definition: 'Attention is a weighting.',
          score: 0.8,
          passages: 1,
        },
        { slug: 'token', reason: 'meaning', example: null },
      ],
      prerequisites: [{ slug: 'token', support: 3, evidence: [{ passageId: passageIds.mixing }] }],
      timeline: [
        { documentId: 'post', kind: 'post', title: 'The post', passages: 1, strength: 0.4 },
        { documentId: 'talk', kind: 'episode', passages: 2, strength: 0.9 },
      ],
      links: [
        {
          title: 'Word2vec',
          url: 'https://example.org/w2v.pdf',
          rel: 'paper',
          document: { id: 'post', title: 'The post' },
        },
      ],
    })
    expect(await get(app, '/concepts/word-vector')).toEqual(concept)
  })

  test('its documents come in pages, where each mentions it first and says most of it', async () => {
    const { app, passageIds } = await anApp()
    const { documents, total, next } = await get(app, '/concepts/embedding/documents?limit=1')
    expect({ documents, total }).toMatchObject({
      documents: [
        {
          document: { id: 'talk', title: 'The talk' },
          passages: 2,
          first: { passageId: passageIds.intro, startMs: 4500 },
          best: { passageId: passageIds.intro, startMs: 4500, strength: 0.9 },
        },
      ],
      total: 2,
    })
    expect(await get(app, `/concepts/embedding/documents?limit=1&cursor=${String(next)}`)).toMatchObject({
      documents: [{ document: { id: 'post' } }],
      next: null,
    })
    expect(await get(app, '/concepts/embedding/documents?kind=post&order=date')).toMatchObject({
      documents: [{ document: { id: 'post' }, best: { startMs: null, strength: 0.4 } }],
      total: 1,
    })
  })

  test('mentions, graph and concepts of a document', async () => {
    const { app, passageIds } = await anApp()
    expect(await get(app, '/concepts/attention/mentions?document=talk')).toMatchObject({
      mentions: [{ text: 'Attention mixes the embeddings.', startMs: 16_500, strength: 0 }],
      next: null,
    })
    expect(await get(app, '/concepts/graph?around=token')).toMatchObject({
      nodes: [{ slug: 'token' }],
      edges: [],
    })
    expect(await get(app, '/concepts/graph?limit=2')).toMatchObject({
      nodes: [{ slug: 'embedding' }, { slug: 'attention' }],
      edges: [{ score: 0.8, passages: 1, reason: 'together' }],
    })
    expect(await get(app, '/documents/post/concepts')).toEqual({
      documentId: 'post',
      concepts: [
        {
          slug: 'embedding',
          name: 'Embedding',
          aliases: ['word vector', 'embeddings'],
          definition: 'An embedding is a list of numbers.',
          mentions: 3,
          documents: 2,
          explained: false,
          places: [{ passageId: passageIds.written, startMs: null }],
        },
      ],
      people: [],
    })
    expect(await get(app, '/documents/talk/concepts')).toMatchObject({
      people: [{ name: 'Ada', role: 'host', count: 5 }],
    })
  })

  test.each([
    ['/concepts/nonsense', 404, 'CONCEPT_NOT_FOUND'],
    ['/concepts/nonsense/mentions', 404, 'CONCEPT_NOT_FOUND'],
    ['/concepts/nonsense/documents', 404, 'CONCEPT_NOT_FOUND'],
    ['/concepts/embedding/documents?cursor=x', 400, 'QUERY_INVALID'],
    ['/concepts?cursor=x', 400, 'QUERY_INVALID'],
    ['/concepts/graph?around=nonsense', 404, 'CONCEPT_NOT_FOUND'],
    ['/documents/nothing/concepts', 404, 'DOCUMENT_NOT_FOUND'],
    ['/concepts?limit=0', 400, 'REQUEST_INVALID'],
  ])('%s is %i %s', async (path, statusCode, code) => {
    const { app } = await anApp()
    expect(await get(app, path)).toMatchObject({ statusCode, code })
  })
})

describe('editing', () => {
  test('answers with the concept as it is then', async () => {
    const { app } = await anApp()
    const hidden = await post(app, '/concepts/attention/hide', {})
    expect([hidden.statusCode, hidden.json()]).toMatchObject([200, { slug: 'attention', hidden: true }])
    const shown = await post(app, '/concepts/attention/hide', { hidden: false })
    expect(shown.json()).toMatchObject({ slug: 'attention', hidden: false })
  })

  test('merge, split and rename are kept', async () => {
    const { app, catalog } = await anApp()
    const merged = await post(app, '/concepts/token/merge', { into: 'attention' })
    expect(merged.json()).toMatchObject({ slug: 'attention' })
    await post(app, '/concepts/embedding/split', { alias: 'word vector' })
    await post(app, '/concepts/embedding/rename', { name: 'Vector embedding' })
    expect((await catalog.listConceptEdits()).map(({ edit }) => edit)).toEqual([
      { kind: 'merge', key: 'token', into: 'attention' },
      { kind: 'split', key: 'word vector', from: 'embedding' },
      { kind: 'rename', key: 'embedding', name: 'Vector embedding' },
    ])
  })

  test.each([
    ['merge', { into: 'embedding' }, 400, 'CONCEPT_EDIT_INVALID'],
    ['merge', { into: 'nonsense' }, 404, 'CONCEPT_NOT_FOUND'],
    ['split', { alias: 'cat' }, 400, 'CONCEPT_EDIT_INVALID'],
    ['rename', { name: '' }, 400, 'REQUEST_INVALID'],
    ['rename', { name: '?' }, 400, 'CONCEPT_EDIT_INVALID'],
    ['hide', { hiden: false }, 400, 'REQUEST_INVALID'],
  ])('%s with %j is refused', async (edit, body, statusCode, code) => {
    const { app, catalog } = await anApp()
    const response = await post(app, `/concepts/embedding/${edit}`, body)
    expect(response.json()).toMatchObject({ statusCode, code })
    expect(await catalog.listConceptEdits()).toEqual([])
  })

  test('needs the token where there is one', async () => {
    const token = 'a-token-of-some-length'
    const { app, catalog } = await anApp(token)
    expect((await post(app, '/concepts/attention/hide', {})).statusCode).toBe(401)
    expect(await catalog.listConceptEdits()).toEqual([])
    const allowed = await post(app, '/concepts/attention/hide', {}, { authorization: `Bearer ${token}` })
    expect(allowed.statusCode).toBe(200)
  })
})
