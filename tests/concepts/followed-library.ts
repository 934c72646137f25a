import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { keyPassages } from '../../ingest/embed-passages.js'
import { segmentSections } from '../../ingest/segment-passages.js'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { ConceptUpdate } from '../../src/catalog/concept-store.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { ConceptFollower, type EmbedNames } from '../../src/concepts/follow-concepts.js'
import { unpackMatches } from '../../src/concepts/match/match-columns.js'
import type { Concept, ConceptMention, PersonMention } from '../../src/domain/concept.js'
import type { Passage } from '../../src/domain/passage.js'
import { aPassage, aSource, aWrite } from '../builders/documents.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'
import type { BakingDocument } from './baking-library.js'
import { spoken } from './spoken.js'
import { listMatches } from './match/list-matches.js'

/** A real catalog in a temporary folder, and a follower of its concepts whose every write is seen. */

const model = 'fake-model'

/** Everything that following writes, but how often it wrote. */
export interface Followed {
  concepts: Concept[]
  mentions: ConceptMention[]
  people: PersonMention[]
  /** As text, by document. */
  evidence: [string, string][]
}

export async function aFollowedLibrary({ titles = {} }: { titles?: Record<string, string> } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-followed-'))
  const catalogPath = join(folder, 'catalog.db')
  const catalog = await openSqliteCatalog(catalogPath)
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([
    aSource({ id: 'blog', title: titles.blog ?? 'The Rye Blog' }),
    aSource({ id: 'show', title: titles.show ?? 'Crumb Talk' }),
    aSource({ id: 'other', title: titles.other ?? 'Another' }),
  ])
  const embedder = new FakeEmbedder(2048)
  const embed: EmbedNames = (names) => embedder.embedPassages(names)
  const steps: ConceptUpdate[] = []
  const watched: Catalog = {
    ...catalog,
    async applyConcepts(update) {
      const applied = await catalog.applyConcepts(update)
      if (applied) steps.push(update)
      return applied
    },
  }
  const newFollower = () => new ConceptFollower(watched, model)
  const written: string[] = []
  return {
    catalog,
    catalogPath,
    watched,
    embedder,
    embed,
    steps,
    newFollower,
    async write(...documents: readonly BakingDocument[]) {
      for (const each of documents) {
        await catalog.writeDocument(toWrite(each))
        if (!written.includes(each.document.id)) written.push(each.document.id)
      }
    },
    read: () => readFollowed(catalog, [...written].sort()),
  }
}

function toWrite({ document, talk }: BakingDocument) {
  const passages: Partial<Passage>[] =
    talk.length > 0
      ? talk.map(({ speaker, chapter, sentences }, ordinal) => {
          const passage = spoken(ordinal * 60_000, ...sentences)
          const bySpeaker = (passage.sentences ?? []).map((sentence) => ({ ...sentence, speaker }))
          return { ...passage, ordinal, speaker, chapter, sentences: bySpeaker }
        })
      : segmentSections(document.sections, { documentId: document.id, language: 'en' })
  const chapters = talk.flatMap(({ chapter }, at) =>
    chapter === null ? [] : [{ startMs: at * 60_000, endMs: null, title: chapter, url: null }],
  )
  const stored = passages.map((passage) => aPassage({ documentId: document.id, ...passage }))
  return aWrite({
    document: { ...document, chapters: document.chapters.length > 0 ? document.chapters : chapters },
    passages: keyPassages(stored, document.title),
    cues: [],
    contentHash: JSON.stringify([document, talk]),
  })
}

export async function readFollowed(catalog: Catalog, documentIds: readonly string[]): Promise<Followed> {
  const ofEach = async <Found>(read: (id: string) => Promise<Found[]>) =>
    (await Promise.all(documentIds.map(read))).flat()
  const outlines = await catalog.readConceptOutlines(null, 1000)
  const followed = outlines.map(({ documentId }) => documentId)
  const lines = await catalog.findConceptEvidence(followed, 'lines')
  const counts = await catalog.findConceptEvidence(followed, 'counts')
  return {
    concepts: await catalog.readConcepts(null, 10_000),
    mentions: await ofEach((id) => catalog.listMentionsOfDocument(id)),
    people: await ofEach((id) => catalog.listPeopleOfDocument(id)),
    evidence: outlines.map(({ documentId, outline, matches }) => {
      const parts = [outline, lines.get(documentId), counts.get(documentId)].map((part) =>
        Buffer.from(part ?? []).toString('base64'),
      )
      return [documentId, [...parts, JSON.stringify(listMatches(unpackMatches(matches)))].join(' ')]
    }),
  }
}

/** The same with concepts called by the first of their keys: which slug each got depends on who came first. */
export function withoutSlugs({ concepts, mentions, people, evidence }: Followed): Followed {
  const called = new Map(concepts.map(({ slug, keys }) => [slug, keys[0] ?? slug]))
  const rename = <Each extends { slug: string }>(each: Each): Each => ({
    ...each,
    slug: called.get(each.slug) ?? `unknown ${each.slug}`,
  })
  const byText = <Each>(list: Each[]): Each[] =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    concepts: byText(
      concepts.map((concept) => ({
        ...rename(concept),
        related: concept.related.map(rename),
        prerequisites: concept.prerequisites.map(rename),
      })),
    ),
    mentions: byText(mentions.map(rename)),
    people,
    evidence,
  }
}
