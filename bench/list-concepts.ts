import type { Catalog } from '../src/catalog/catalog.js'
import type { Concept } from '../src/domain/concept.js'
import { formatClock } from '../src/domain/time.js'
import { readConfig } from '../src/config.js'
import { openCatalog } from '../src/adapters.js'

/**
 * Prints the lists that are judged by hand in docs/concepts-review.md: the highest concepts of speech, merged names, and
 * concepts that posts and episodes explain.
 *
 *     node dist/bench/list-concepts.js <folder of a library whose concepts were found>
 */

const [libraryFolder] = process.argv.slice(2)
if (libraryFolder === undefined) throw new RangeError('name the folder of a library')

const shownOfSpeech = 300
const sampledMerges = 100
const sampledExplained = 30
/** Fewer mentions make no choice. */
const minMentions = 20
const explains = 0.6

async function allConcepts(catalog: Catalog): Promise<Concept[]> {
  const concepts: Concept[] = []
  for (let after: string | null = null; ;) {
    const page = await catalog.readConcepts(after, 500)
    concepts.push(...page)
    after = page.at(-1)?.slug ?? null
    if (page.length < 500) return concepts.sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
  }
}

/** Every n-th, so that the same library gives the same sample. */
const sample = <Item>(items: readonly Item[], count: number): Item[] => {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, at) => at % step === 0).slice(0, count)
}

async function describe(concept: Concept, catalog: Catalog): Promise<string | null> {
  const documents = await catalog.listDocumentsOfConcept(concept.slug)
  const explained = documents.filter(({ best }) => best.strength >= explains)
  const isBoth =
    explained.some(({ document }) => document.kind === 'post') &&
    explained.some(({ document }) => document.kind === 'episode')
  const { best } = concept
  const inDocument = documents.find(({ document }) => document.id === best?.documentId)
  if (!isBoth || !best || !inDocument) return null
  const [passage] = await catalog.findPassages([inDocument.first.passageId])
  const sentence = passage?.sentences[inDocument.first.sentence]
  const first = passage?.text.slice(sentence?.from, sentence?.to) ?? ''
  const at = (ms: number | null) => (ms === null ? '' : ` ${formatClock(ms)}`)
  return [
    `### ${concept.name}`,
    `${inDocument.document.kind} “${inDocument.document.title}”`,
    `- first mention${at(inDocument.first.startMs)}: ${first}`,
    `- best explanation${at(best.startMs)}: ${best.text}`,
  ].join('\n')
}

const catalog = await openCatalog({ ...readConfig({}), dataFolder: libraryFolder })
try {
  const concepts = await allConcepts(catalog)
  const spoken = concepts.filter(({ origins }) => origins.includes('speech') && !origins.includes('heading'))
  console.log(`## The ${shownOfSpeech} highest of speech\n`)
  console.log(
    spoken
      .slice(0, shownOfSpeech)
      .map(({ name }, at) => `${at + 1}. ${name}`)
      .join('\n'),
  )
  const merged = concepts.flatMap(({ name, aliases }) => aliases.map((alias) => `${name} = ${alias}`))
  console.log(`\n## ${sampledMerges} of ${merged.length} merged names\n`)
  console.log(
    sample(merged, sampledMerges)
      .map((pair, at) => `${at + 1}. ${pair}`)
      .join('\n'),
  )
  const described: string[] = []
  for (const concept of spoken.filter(({ mentionCount }) => mentionCount >= minMentions)) {
    const text = await describe(concept, catalog)
    if (text !== null) described.push(text)
  }
  console.log(`\n## ${sampledExplained} of ${described.length} that posts and episodes explain\n`)
  console.log(sample(described, sampledExplained).join('\n\n'))
} finally {
  await catalog.close()
}
