import type { Catalog } from '../catalog/catalog.js'
import type { Document } from '../domain/document.js'

/** Questions to start from on an empty page, in words that the library itself uses: its headings and chapter titles. */

const maxQuestions = 5
/** Documents looked at a source: enough to see which headings recur, cheap enough for every change of the library. */
const documentsPerSource = 8
/** A heading of one word is too vague to be a question, one of a whole line too long to be read at a glance. */
const wordRange = { min: 2, max: 9 }
/** Parts that every show has. */
const boilerplate =
  /^(intro|outro|welcome|sponsor|credits|references|quick reference|summary|chapter|q ?& ?a|thank)/i

/** Up to five, what is a question first, in turn from each source, newest documents first. Deterministic. */
export async function findExampleQuestions(catalog: Catalog): Promise<string[]> {
  const bySource: string[][] = []
  for (const source of await catalog.listSources()) {
    const page = await catalog.listDocuments(
      { sourceId: source.id },
      { limit: documentsPerSource, cursor: null },
    )
    const documents = await Promise.all(page.documents.map(({ id }) => catalog.findDocument(id)))
    bySource.push(pickQuestions(documents.filter((document) => document !== null)))
  }
  const turns = Math.max(0, ...bySource.map(({ length }) => length))
  const inTurns = Array.from({ length: turns }, (_, turn) =>
    bySource.flatMap((questions) => questions[turn] ?? []),
  )
  const titles = [...new Set(inTurns.flat())]
  return [...titles.filter(isQuestion), ...titles.filter((title) => !isQuestion(title))].slice(
    0,
    maxQuestions,
  )
}

/** One a document, what is a question before what is not; a title that several documents share says nothing. */
function pickQuestions(documents: readonly Document[]): string[] {
  const titles = documents.map((document) => new Set(titlesOf(document)))
  const isCommon = (title: string) => titles.filter((set) => set.has(title)).length > 1
  const picked = titles.flatMap((set) => {
    const own = [...set].filter((title) => !isCommon(title))
    return own.find(isQuestion) ?? own[0] ?? []
  })
  return [...picked.filter(isQuestion), ...picked.filter((title) => !isQuestion(title))]
}

const isQuestion = (title: string): boolean => title.endsWith('?')

/** Headings and chapter titles that one could type, without their numbers. */
function titlesOf({ sections, chapters }: Document): string[] {
  return [...sections.map(({ heading }) => heading), ...chapters.map(({ title }) => title)]
    .map((title) => title.replace(/^\d+[.)]\s*/, '').trim())
    .filter((title) => {
      const words = title.split(/\s+/).length
      return !boilerplate.test(title) && words >= wordRange.min && words <= wordRange.max
    })
}
