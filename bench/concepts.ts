import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildApp } from '../src/app.js'
import type { Catalog } from '../src/catalog/catalog.js'
import { conceptKey } from '../src/concepts/concept-key.js'
import { ConceptRunner } from '../src/concepts/concept-runner.js'
import { bindConcepts } from '../src/concepts/concepts.js'
import { readConfig } from '../src/config.js'
import { openQueryEmbedder } from '../src/embed/open-embedder.js'
import { catalogPath, openCatalog } from '../src/adapters.js'
import type { Services } from '../src/services.js'
import { keepRun, percentile, round } from './bench-run.js'
import { MemorySampler } from './process-memory.js'

/**
 * Concepts of a library from nothing, then with one new episode; how fast `/concepts/{slug}` answers; and how many of the topics
 * that newsletters mark (`[text][topic name]`) and that are spoken about are concepts under some name.
 *
 *     npm run bench:concepts -- <folder of a library> [<folder of newsletters>]
 */

const [libraryFolder, newsletters] = process.argv.slice(2)
if (libraryFolder === undefined)
  throw new RangeError('name the folder of a library: npm run bench:concepts -- <folder> [<newsletters>]')

/** Concepts shown, those with the most mentions first: the slowest. */
const shownConcepts = 100
/** How often each is shown, all of them in turn: what the machine did meanwhile is told from what a concept costs. */
const shownRounds = 5

/** Of a machine with other work the processor time is the fairer one; all threads of this process together. */
async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ ms: number; cpuMs: number; value: Value }> {
  const startedMs = performance.now()
  const cpu = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - startedMs, cpuMs: (user + system) / 1000, value }
}

const seconds = ({ ms, cpuMs }: { ms: number; cpuMs: number }) => ({
  seconds: round(ms / 1000, 2),
  cpuSeconds: round(cpuMs / 1000, 2),
})

/** The HTTP border over the catalog alone; nothing else is asked. */
const openRoutes = (catalog: Catalog) =>
  buildApp({ catalog, concepts: bindConcepts(catalog, () => Promise.resolve()) } as unknown as Services, {
    token: null,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
  })

async function newestEpisode(catalog: Catalog): Promise<string | undefined> {
  const { documents } = await catalog.listDocuments({ kind: 'episode' }, { limit: 1, cursor: null })
  return documents[0]?.id
}

async function allConcepts(catalog: Catalog) {
  const concepts = []
  for (let after: string | null = null; ;) {
    const page = await catalog.readConcepts(after, 500)
    concepts.push(...page)
    after = page.at(-1)?.slug ?? null
    if (page.length < 500) return concepts
  }
}

interface Topic {
  name: string
  keys: Set<string>
  marks: number
}

async function readTopics(folder: string): Promise<Topic[]> {
  const topics = new Map<string, Topic>()
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.md')) continue
    for (const [, text = '', written = ''] of (await readFile(join(folder, name), 'utf8')).matchAll(
      /\[([^\][]{1,120})\]\[topic ([^\][]{1,120})\]/g,
    )) {
      const topic = written.replace(/\s+/g, ' ').toLowerCase()
      const known = topics.get(topic) ?? { name: topic, keys: new Set([conceptKey(topic)]), marks: 0 }
      known.keys.add(conceptKey(text))
      known.marks++
      topics.set(topic, known)
    }
  }
  return [...topics.values()]
}

/** Episodes that say one of the names, by the plain words of their passages. */
async function countSpoken(catalog: Catalog, topics: readonly Topic[]): Promise<Map<Topic, number>> {
  const counts = new Map<Topic, number>()
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page = await catalog.listDocuments({ kind: 'episode' }, { limit: 100, cursor })
    cursor = page.next
    for (const { id } of page.documents) {
      const text = ` ${(await catalog.readPassages(id)).map((passage) => conceptKey(passage.text)).join(' ')} `
      for (const topic of topics)
        if ([...topic.keys].some((key) => key !== '' && text.includes(` ${key} `)))
          counts.set(topic, (counts.get(topic) ?? 0) + 1)
    }
  }
  return counts
}

const work = await mkdtemp(join(tmpdir(), 'cuepoint-concepts-'))
const config = { ...readConfig({}), dataFolder: work }
const memory = new MemorySampler(process.pid, 500)
try {
  // With what is not in the main file yet.
  await cp(libraryFolder, work, {
    recursive: true,
    filter: (path) => !path.startsWith(join(libraryFolder, 'index')),
  })
  const catalog = await openCatalog(config)
  const embedder = await openQueryEmbedder(config)
  const newRunner = () =>
    new ConceptRunner(catalog, embedder, {
      catalogPath: catalogPath(config),
      onError: (error) => console.error(error),
    })
  await catalog.clearConcepts()
  const episode = await newestEpisode(catalog)
  if (episode === undefined) throw new RangeError(`The library ${libraryFolder} has no episode.`)
  await catalog.setDocumentStatus(episode, 'withdrawn')

  const runner = newRunner()
  const all = await timed(() => runner.refresh())
  await catalog.setDocumentStatus(episode, 'present')
  const warm = await timed(() => runner.refresh())
  await runner.close()
  await catalog.setDocumentStatus(episode, 'withdrawn')
  const cold = newRunner()
  const gone = await timed(() => cold.refresh())
  await cold.close()
  const colder = newRunner()
  await catalog.setDocumentStatus(episode, 'present')
  const coldNew = await timed(() => colder.refresh())
  await catalog.setDocumentStatus(episode, 'withdrawn')
  await colder.refresh()
  await colder.close()
  const prepared = newRunner()
  await catalog.setDocumentStatus(episode, 'present')
  await prepared.prepare()
  const preparedNew = await timed(() => prepared.refresh())
  await prepared.close()
  memory.stop()

  const concepts = await allConcepts(catalog)
  const most = [...concepts].sort((a, b) => b.mentionCount - a.mentionCount).slice(0, shownConcepts)
  const shown = most.map((): { ms: number; cpuMs: number }[] => [])
  const app = await openRoutes(catalog)
  const answerOf = async (slug: string) => {
    const answer = await app.inject(`/api/v1/concepts/${encodeURIComponent(slug)}`)
    if (answer.statusCode !== 200) throw new Error(`The concept ${slug} was answered with ${answer.body}`)
    return answer.rawPayload.length
  }
  let largestAnswer = await answerOf(most[0]?.slug ?? '')
  for (let round = 0; round < shownRounds; round++)
    for (const [at, { slug }] of most.entries()) {
      const answer = await timed(() => answerOf(slug))
      shown[at]?.push(answer)
      largestAnswer = Math.max(largestAnswer, answer.value)
    }
  await app.close()
  const shownMs = shown.flat().map(({ ms }) => ms)
  const mediansOf = (measure: 'ms' | 'cpuMs') =>
    shown.map((rounds) =>
      percentile(
        rounds.map((each) => each[measure]),
        0.5,
      ),
    )

  const topics = newsletters === undefined ? [] : await readTopics(newsletters)
  const spoken = await countSpoken(catalog, topics)
  const keys = new Set(concepts.flatMap((concept) => concept.keys))
  const talkedAbout = topics.filter((topic) => (spoken.get(topic) ?? 0) >= 2)
  const found = talkedAbout.filter((topic) => [...topic.keys].some((key) => keys.has(key)))
  const marksOf = (list: readonly Topic[]) => list.reduce((sum, { marks }) => sum + marks, 0)
  const { passages } = await catalog.counts()
  await keepRun('concepts', {
    passages,
    documents: all.value?.documents,
    concepts: concepts.length,
    mentions: concepts.reduce((sum, { mentionCount }) => sum + mentionCount, 0),
    mergedNames: concepts.reduce((sum, { aliases }) => sum + aliases.length, 0),
    fromNothing: seconds(all),
    peakMb: Math.round(memory.peak().treeBytes / 1024 ** 2),
    newEpisode: seconds(warm),
    newEpisodeRematched: warm.value?.rematched,
    goneEpisodeCold: seconds(gone),
    newEpisodeCold: seconds(coldNew),
    newEpisodePrepared: seconds(preparedNew),
    showP50Ms: round(percentile(shownMs, 0.5)),
    showP95Ms: round(percentile(shownMs, 0.95)),
    showP99Ms: round(percentile(shownMs, 0.99)),
    showMaxMs: round(Math.max(...shownMs)),
    slowestConceptMs: round(Math.max(...mediansOf('ms'))),
    largestAnswerKb: Math.round(largestAnswer / 1000),
    slowestConceptCpuMs: round(Math.max(...mediansOf('cpuMs'))),
    topics: topics.length,
    topicsSpoken: talkedAbout.length,
    topicsFound: found.length,
    topicShare: round(found.length / Math.max(1, talkedAbout.length), 3),
    topicShareByMarks: round(marksOf(found) / Math.max(1, marksOf(talkedAbout)), 3),
    topicsMissing: talkedAbout.filter((topic) => !found.includes(topic)).map(({ name }) => name),
  })
  console.log(await readFile(join('bench', 'runs', 'concepts.json'), 'utf8'))
  await embedder.close()
  await catalog.close()
} finally {
  await rm(work, { recursive: true, force: true })
}
