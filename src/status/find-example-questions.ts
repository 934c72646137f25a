import type { Catalog } from '../catalog/catalog.js'
import type { Document } from '../domain/document.js'

/** Questions to start from on an empty page, in words that the library itself uses: its headings and chapter titles. */

const maxQuestions = 5
/** Documents looked at a source: enough to find a good heading, cheap enough for every change of the library. */
const documentsPerSource = 4
/** A heading of one word is too vague to be a question, one of a whole line too long to be read at a glance. */
const wordRange = { min: 2, max: 9 }
/** Parts that every document has. */
const boilerplate =
  /^(intro|outro|welcome|sponsor|credits|references|quick reference|today['’]s five|summary|chapter|news|q ?& ?a|thank)/i

/** Up to five, from as many sources as there are, newest documents first. Deterministic. */
export async function findExampleQuestions(catalog: Catalog): Promise<string[]> {
  const bySource: string[][] = []
  for (const source of await catalog.listSources()) {
    const page = await catalog.listDocuments(
      { sourceId: source.id },
      { limit: documentsPerSource, cursor: null },
    )
    const questions: string[] = []
    for (const { id } of page.documents) {
      const document = await catalog.findDocument(id)
      const best =
        document &&
        titlesOf(document)
          .map(toQuestion)
          .find((question) => question !== null)
      if (best) questions.push(best)
    }
    bySource.push(questions)
  }
  const turns = Math.max(0, ...bySource.map(({ length }) => length))
  const inTurns = Array.from({ length: turns }, (_, turn) =>
    bySource.flatMap((questions) => questions[turn] ?? []),
  ).flat()
  return [...new Set(inTurns)].slice(0, maxQuestions)
}

/** Questions first: they read best. */
function titlesOf({ sections, chapters }: Document): string[] {
  const titles = [...sections.map(({ heading }) => heading), ...chapters.map(({ title }) => title)]
  return [...titles.filter((title) => title.endsWith('?')), ...titles.filter((title) => !title.endsWith('?'))]
}

/** A title without its number, as something one would type; null when it would not make a good one. */
function toQuestion(title: string): string | null {
  const bare = title.replace(/^\d+[.)]\s*/, '').trim()
  const words = bare.split(/\s+/).length
  if (boilerplate.test(bare) || words < wordRange.min || words > wordRange.max) return null
  return bare
}
