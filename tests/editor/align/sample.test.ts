import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ingest } from '../../../bench/bench-library.js'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { readConfig } from '../../../src/config.js'
import { alignPost } from '../../../src/editor/align/align-post.js'
import { bindAlignments } from '../../../src/editor/align/alignments.js'
import { findDocument } from '../../../src/documents/read-transcript.js'
import type { Embedder } from '../../../src/embed/embedder.js'
import { openQueryEmbedder } from '../../../src/embed/open-embedder.js'
import { openCatalog } from '../../../src/adapters.js'

/** The bundled show with the real model: its posts against its episodes, whose seconds were marked by reading. */

interface Mark {
  post: string
  recording: string
  section: string
  /** Seconds at which it can be said to begin; empty when it is not said. */
  startsS: number[]
  /** One sentence in passing: having no place is right, too. */
  mayBeMissing?: boolean
}

const marks = JSON.parse(await readFile('tests/fixtures/alignment/five-minutes.json', 'utf8')) as Mark[]
const maxSecondsOff = 3

let dataFolder: string
let catalog: Catalog
let embedder: Embedder

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'cuepoint-align-'))
  const config = { ...readConfig({}), dataFolder }
  catalog = await openCatalog(config)
  embedder = await openQueryEmbedder(config)
  for (const source of ['feed.xml', 'posts'])
    await ingest(resolve('data/sample/five-minutes-on-search', source), catalog, embedder, config)
}, 300_000)

afterAll(async () => {
  await embedder.close()
  await catalog.close()
  await rm(dataFolder, { recursive: true, force: true })
})

interface JudgedMark {
  section: string
  placed: boolean
  /** Seconds from the nearest of the marked ones; null where there is none, or no place. */
  secondsOff: number | null
  said: 'yes' | 'in passing' | 'no'
}

async function judgeMarks(): Promise<JudgedMark[]> {
  const { identity } = embedder
  const { show } = bindAlignments(catalog, async (postId, recordingId) =>
    alignPost(await findDocument(postId, catalog), await findDocument(recordingId, catalog), {
      catalog,
      identity,
    }),
  )
  const { documents } = await catalog.listDocuments({ kind: 'post' }, { limit: 20, cursor: null })
  const judged: JudgedMark[] = []
  for (const { id } of documents) {
    const { post, recording, topics } = await show(id, null)
    for (const mark of marks.filter((each) => each.post === post.title)) {
      expect(recording.title).toBe(mark.recording)
      const startMs = topics.find(({ title }) => title === mark.section)?.place?.startMs ?? null
      const off = mark.startsS.map((second) => Math.abs((startMs ?? NaN) / 1000 - second))
      judged.push({
        section: mark.section,
        placed: startMs !== null,
        secondsOff: startMs === null || off.length === 0 ? null : Math.min(...off),
        said: mark.startsS.length === 0 ? 'no' : mark.mayBeMissing ? 'in passing' : 'yes',
      })
    }
  }
  return judged
}

test('sections of the posts lead to the second in which they begin', async () => {
  const judged = await judgeMarks()
  for (const { section, placed, secondsOff, said } of judged)
    console.log(
      `${section}: ${said === 'no' ? 'not said' : `said${said === 'yes' ? '' : ' in passing'}`}, ` +
        (placed ? `placed${secondsOff === null ? '' : `, ${secondsOff.toFixed(1)} s off`}` : 'no place'),
    )
  expect(judged.length).toBe(marks.length)

  // What is not said has no place: a wrong second is worse than none.
  expect(judged.filter(({ said, placed }) => said === 'no' && placed)).toEqual([])

  const said = judged.filter((each) => each.said === 'yes')
  const near = said.filter(({ secondsOff }) => secondsOff !== null && secondsOff <= maxSecondsOff)
  expect(said.length).toBe(18)
  expect(near.length).toBeGreaterThanOrEqual(15)
  const far = said.filter(({ secondsOff }) => secondsOff !== null && secondsOff > maxSecondsOff)
  // `That is why search engines normalise first` is taken, and not the sentence before it.
  expect(far.map(({ section }) => section)).toEqual(['Vector Normalisation'])
  expect(far[0]?.secondsOff).toBeLessThan(4)
})
