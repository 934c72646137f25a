import { expect, test } from 'vitest'
import type { ConceptState, ConceptSummary } from '../../src/catalog/concept-store.js'
import { summarizeConcept } from '../../src/concepts/find-concept.js'
import { balanceKinds } from '../../src/suggest/balance-kinds.js'
import { ConceptProvider } from '../../src/suggest/concept-provider.js'
import { aConcept } from '../builders/concepts.js'

/** What a provider asks of a catalog; pages are counted. */
class SmallCatalog {
  state: ConceptState | null = null
  concepts: ConceptSummary[] = []
  pagesRead = 0

  readConceptState = () => Promise.resolve(this.state)
  listConcepts = (_: object, { limit, cursor }: { limit: number; cursor: string | null }) => {
    this.pagesRead += 1
    const from = Number(cursor ?? 0)
    const rest = this.concepts.length - from - limit
    return Promise.resolve({
      concepts: this.concepts.slice(from, from + limit),
      total: this.concepts.length,
      next: rest > 0 ? String(from + limit) : null,
    })
  }

  find(state: Partial<ConceptState>, ...concepts: Parameters<typeof aConcept>[0][]): void {
    this.state = { seq: 1, edit: 0, version: 'v1', ...this.state, ...state }
    this.concepts = concepts.map((fields) => summarizeConcept(aConcept(fields)))
  }
}

async function aProvider(catalog: SmallCatalog, readEveryMs = 0) {
  const provider = new ConceptProvider(catalog, { readEveryMs })
  await provider.refresh()
  const texts = (typed: string) => provider.find(typed, 8).map(({ suggestable }) => suggestable.text)
  return { provider, texts }
}

test('a concept is suggested by its name, found by each of its names, the most mentioned first', async () => {
  const catalog = new SmallCatalog()
  catalog.find(
    {},
    { slug: 'vae', name: 'Variational autoencoder', aliases: ['VAE', 'VAEs'], mentionCount: 5 },
    { slug: 'vague', name: 'Vagueness', mentionCount: 9 },
  )
  const { provider } = await aProvider(catalog)
  const suggest = (typed: string) => balanceKinds(provider.find(typed, 8), 8)
  const vae = { kind: 'concept', text: 'Variational autoencoder', slug: 'vae' }
  expect(suggest('va')).toEqual([
    { kind: 'concept', text: 'Vagueness', slug: 'vague', ranges: [[0, 2]] },
    { ...vae, ranges: [[0, 2]] },
  ])
  expect(suggest('vae')).toEqual([{ ...vae, ranges: [] }])
  expect(suggest('auto')).toEqual([{ ...vae, ranges: [[12, 16]] }])
})

test('what was found anew, renamed, merged or hidden is followed', async () => {
  const catalog = new SmallCatalog()
  const many = Array.from({ length: 120 }, (_, at) => ({ slug: `part-${at}` }))
  catalog.find({}, ...many)
  const { provider, texts } = await aProvider(catalog)
  expect(provider.find('part', 200)).toHaveLength(120)
  catalog.find({ seq: 2 }, { slug: 'part-0', name: 'Renamed', aliases: ['part 0'] }, { slug: 'new' })
  await provider.refresh()
  expect([texts('part'), texts('ren'), texts('new')]).toEqual([['Renamed'], ['Renamed'], ['new']])
})

test('concepts are read again when their state changed, and during a pull only now and then, edits at once', async () => {
  const catalog = new SmallCatalog()
  const { provider } = await aProvider(catalog, 3_600_000)
  expect(catalog.pagesRead).toBe(0)
  catalog.find({}, { slug: 'a' })
  await provider.refresh()
  await provider.refresh()
  expect(catalog.pagesRead).toBe(1)
  catalog.find({ seq: 2 }, { slug: 'b' })
  await provider.refresh()
  expect(catalog.pagesRead).toBe(1)
  catalog.find({ edit: 1 }, { slug: 'b' })
  await provider.refresh()
  expect(catalog.pagesRead).toBe(2)
})

test('stopped while reading, it keeps what it had', async () => {
  const catalog = new SmallCatalog()
  catalog.find({}, { slug: 'old' })
  const { provider, texts } = await aProvider(catalog)
  catalog.find({ seq: 2 }, { slug: 'new' })
  await provider.refresh(AbortSignal.abort())
  expect(texts('old')).toEqual(['old'])
})
