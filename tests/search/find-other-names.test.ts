import { expect, test } from 'vitest'
import type { ConceptSummary } from '../../src/catalog/concept-store.js'
import { conceptKey } from '../../src/concepts/concept-key.js'
import { analyzeQuery } from '../../src/index/analyze.js'
import { findOtherNames } from '../../src/search/find-other-names.js'

/** A library of concepts with these names, the first of each its own. */
function libraryOf(...concepts: [name: string, ...aliases: string[]][]) {
  const summaries = concepts.map(([name, ...aliases]): ConceptSummary => ({
    slug: conceptKey(name),
    name,
    aliases,
    definition: null,
    score: 1,
    hidden: false,
    mentionCount: 1,
    documentCount: 1,
  }))
  const slugOf = new Map(
    summaries.flatMap(({ slug, name, aliases }) =>
      [name, ...aliases].map((each) => [conceptKey(each), slug] as const),
    ),
  )
  return {
    findConceptsByKey: (keys: readonly string[]) =>
      Promise.resolve(
        new Map(
          keys.flatMap((key) => {
            const slug = slugOf.get(key)
            return slug === undefined ? [] : [[key, slug]]
          }),
        ),
      ),
    findConceptSummaries: (slugs: readonly string[]) =>
      Promise.resolve(summaries.filter(({ slug }) => slugs.includes(slug))),
  }
}

async function otherNames(query: string, ...concepts: [string, ...string[]][]) {
  const found = await findOtherNames(analyzeQuery(query, ['en']), ['en'], libraryOf(...concepts))
  return found.map(({ word, standsFor }) => [word, standsFor])
}

const vae: [string, ...string[]] = ['Variational Autoencoders', 'VAE', 'VAEs', 'Variational Auto-Encoder']

test('a short form is looked for by the long ones of its concept, in its plural too', async () => {
  const asWhole = (group: number) => ({ group, from: 0, to: 1 })
  const long = [
    ['variational', asWhole(0)],
    ['autoencoders', asWhole(0)],
    ['variational', asWhole(1)],
    ['auto', asWhole(1)],
    ['encoder', asWhole(1)],
  ]
  expect(await otherNames('VAE', vae)).toEqual(long)
  expect(await otherNames('vaes', vae)).toEqual(long)
  expect(await otherNames('what is a VAE?', vae)).toEqual(long)
})

test('a long form by the short ones', async () => {
  expect(await otherNames('variational autoencoder', ['Variational Autoencoders', 'VAE'])).toEqual([
    ['vae', { group: 0, from: 0, to: 2 }],
  ])
})

test('other ways to write it are none: the index finds these by itself', async () => {
  expect(await otherNames('soft fork', ['Soft fork', 'Softfork'])).toEqual([])
})

test('a query that says more than a name, or names nothing, gets none', async () => {
  expect(await otherNames('VAE training loss', vae)).toEqual([])
  expect(await otherNames('sourdough', vae)).toEqual([])
  expect(await otherNames('the', vae)).toEqual([])
})
