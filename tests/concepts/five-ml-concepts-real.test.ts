import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildDocument } from '../../ingest/build-document.js'
import { openLocation } from '../../ingest/fetch/open-location.js'
import { mergeDuplicates } from '../../ingest/merge-duplicates.js'
import { readSource } from '../../ingest/sources/recognize-source.js'
import { conceptKey } from '../../src/concepts/concept-key.js'
import type { NamedConcept } from '../../src/concepts/extract/evidence.js'
import { extractEvidence } from '../../src/concepts/extract/extract-evidence.js'
import { toMatchColumns } from '../../src/concepts/match/match-columns.js'
import { matchPassages } from '../../src/concepts/match/match-document.js'
import { NameMatcher } from '../../src/concepts/match/name-matcher.js'
import { chooseStatements } from '../../src/concepts/relate/choose-statements.js'
import { gatherMentions } from '../../src/concepts/relate/concept-mentions.js'
import { loadGeneralEnglish } from '../../src/concepts/resolve/general-english.js'
import { prepareNames, type ResolvedConcept } from '../../src/concepts/resolve/resolve-concepts.js'
import { seekNames } from '../../src/concepts/resolve/seek-names.js'
import { TermTable } from '../../src/concepts/resolve/term-table.js'
import { noCorrections } from '../../src/domain/corrections.js'
import { aSource } from '../builders/documents.js'
import { listMentions } from './relate/mention-builder.js'

const blog = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/software-wrighter-blog')
const seriesTitle = 'Five ML Concepts'

/** What every post of the blog says, oldest first. */
async function readBlog() {
  const opened = await openLocation(blog, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged') throw new RangeError('nothing was known that could be unchanged')
  const { items } = await readSource(opened.body)
  return mergeDuplicates(items)
    .map(({ document: item }) => {
      const built = buildDocument(aSource(), { item, cues: [], transcriptOrigin: null, chapters: [] }, [])
      const passages = built.passages.map((passage) => ({ ...passage, inputHash: '', sentenceHashes: [] }))
      const evidence = extractEvidence(built.document, passages, noCorrections)
      return { document: built.document, passages, evidence }
    })
    .sort((a, b) => ((a.document.publishedAt ?? '') < (b.document.publishedAt ?? '') ? -1 : 1))
}

describe.skipIf(!existsSync(blog))(
  'a real series of posts, each with five concepts (CUEPOINT_SHARED)',
  () => {
    let posts: Awaited<ReturnType<typeof readBlog>>
    let concepts: ResolvedConcept[]
    /** Posts 1 to 29; the last one looks back. */
    let sections: { part: number; named: NamedConcept[] }[]

    beforeAll(async () => {
      posts = await readBlog()
      const table = new TermTable()
      for (const { evidence } of posts) table.add(evidence)
      const documents = posts.map(({ evidence }) => evidence)
      const library = { documents, table, showNames: [seriesTitle], edits: [] }
      concepts = prepareNames(library, loadGeneralEnglish()).resolve([])
      sections = posts
        .map(({ document, evidence }) => ({
          part: document.series?.title === seriesTitle ? (document.series.part ?? 0) : 0,
          named: evidence.named.filter(({ sure }) => sure),
        }))
        .filter(({ part }) => part > 0 && part < 30)
        .sort((a, b) => a.part - b.part)
    })

    const conceptOf = (name: string) => concepts.find(({ keys }) => keys.includes(conceptKey(name)))

    test('each of the first 29 gives five, with a definition and an analogy', ({ annotate }) => {
      expect(sections.map(({ part, named }) => [part, named.length])).toEqual(
        Array.from({ length: 29 }, (_, at) => [at + 1, 5]),
      )
      const all = sections.flatMap(({ named }) => named)
      expect(all.filter(({ definition, analogy }) => definition === '' || analogy === '')).toEqual([])
      expect(all.filter(({ definition, analogy }) => definition.includes(analogy))).toEqual([])
      const without = all.filter(({ links }) => !links.some(({ rel }) => rel === 'paper'))
      const names = without.map((each) => each.names[0]).join(', ')
      void annotate(`${all.length - without.length} of ${all.length} have a reference; without: ${names}`)
      // The posts themselves give none for these.
      expect(all.length - without.length).toBe(140)
    })

    test('all 145 are concepts, and no two are one', () => {
      const heads = sections.flatMap(({ named }) => named.map(({ names }) => names[0] ?? ''))
      expect(heads.filter((name) => !conceptOf(name))).toEqual([])
      expect(new Set(heads.map(conceptOf)).size).toBe(145)
      expect(heads.filter((name) => conceptOf(name)?.name !== name)).toEqual([])
    })

    test.each([
      ['Variational Autoencoders', ['VAE', 'VAEs', 'variational autoencoder', 'Variational-autoencoders']],
      ['OOD Inputs', ['OOD', 'out-of-distribution', 'out-of-distribution inputs']],
      ['Precision vs Recall', ['precision and recall', 'recall vs precision', 'precision/recall']],
      ['RAG', ['retrieval-augmented generation', 'retrieval augmented generation']],
      ['ROC / AUC', ['ROC', 'AUC', 'ROC/AUC']],
      ['ML Fragility', ['Why ML is fragile']],
      ['MoE', ['mixture of experts', 'Mixture-of-Experts']],
    ])('%s is called so, and by its other names', (name, others) => {
      for (const other of others) expect([other, conceptOf(other)?.name]).toEqual([other, name])
    })

    test('what resembles each other stays apart', () => {
      for (const [one, other] of [
        ['Variational Autoencoders', 'Autoencoders'],
        ['Attention', 'Self-Attention'],
        ['Calibration', 'Miscalibration'],
        ['Learning Rate', 'Learning Rate Schedules'],
        ['Inference', 'Inference Parallelism'],
      ] as const)
        expect(conceptOf(one)).not.toBe(conceptOf(other))
    })

    test('each is defined first in the words of the post, where its section begins', () => {
      const matcher = new NameMatcher(seekNames(concepts, tableOf(posts), loadGeneralEnglish()))
      const positions = new Map(concepts.flatMap(({ keys }, at) => keys.map((key) => [key, at] as const)))
      const matched = posts.map(({ evidence, passages }) => ({
        ...evidence,
        matches: toMatchColumns(matchPassages(passages, matcher)),
      }))
      const mentions = listMentions(gatherMentions(matched, positions, concepts.length))
      const told = sections.flatMap(({ named }) =>
        named.map(({ names, definition, analogy, anchor, links }) => {
          const concept = conceptOf(names[0] ?? '')
          const own = mentions.filter(
            (mention) => mention.concept === concepts.indexOf(concept as ResolvedConcept),
          )
          const statements = chooseStatements(own, concept?.named ?? [])
          const isDefined = statements.definitions.some(
            (each) => each.text === definition && each.anchor === anchor,
          )
          const isLikened = statements.analogies.some((each) => each.text === analogy)
          const isLinked = links.every(({ url }) => statements.links.some((link) => link.url === url))
          return [names[0], isDefined, isLikened, isLinked]
        }),
      )
      expect(told.filter(([, ...all]) => all.includes(false))).toEqual([])
      expect(told).toHaveLength(145)
    })
  },
)

function tableOf(posts: Awaited<ReturnType<typeof readBlog>>): TermTable {
  const table = new TermTable()
  for (const { evidence } of posts) table.add(evidence)
  return table
}
