import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { Section } from '../../../src/domain/document.js'
import { AlignmentRunner } from '../../../src/editor/align/alignment-runner.js'
import { bindAlignments } from '../../../src/editor/align/alignments.js'
import type { ModelIdentity } from '../../../src/embed/embedder.js'
import { aDocument, aPassage, aSource, aWrite } from '../../builders/documents.js'

/** The thread over a catalog of its own, and what is kept of its answers while that catalog is written. */

const identity: ModelIdentity = {
  model: 'm',
  weights: 'w',
  dtype: 'q8',
  pooling: 'cls',
  dimensions: 2,
  queryPrefix: '',
}

const aSection = (heading: string, text: string): Section => ({
  anchor: heading.toLowerCase(),
  heading,
  level: 2,
  text,
  quotes: [],
  links: [],
})
const salmon = aSection('Salmon', 'Salmon climb rivers and waterfalls to spawn in autumn.')
const orchards = aSection('Orchards', 'Orchards need bees, and apple trees need frost in winter.')
const spoken = [
  'Welcome to the show, everybody.',
  'First orchards: apple trees need frost in winter, and orchards need bees.',
  'Next, salmon: in autumn salmon climb rivers and waterfalls to spawn.',
]

async function writePost(catalog: Catalog, sections: Section[]): Promise<void> {
  const document = aDocument({ id: 'post', kind: 'post', sections })
  await catalog.writeDocument(
    aWrite({ document, cues: [], passages: [], contentHash: JSON.stringify(sections) }),
  )
}

async function writeEpisode(catalog: Catalog, said: readonly string[], id = 'episode'): Promise<void> {
  const document = aDocument({ id, kind: 'episode' })
  const passages = said.map((text, ordinal) => aPassage({ documentId: id, ordinal, text }))
  await catalog.writeDocument(aWrite({ document, passages, contentHash: said.join() }))
}

async function begin({ restMs = 60_000 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-alignments-'))
  const catalogPath = join(folder, 'catalog.db')
  const catalog = await openSqliteCatalog(catalogPath)
  const runner = new AlignmentRunner({ catalogPath, identity }, restMs)
  onTestFinished(async () => {
    await runner.close()
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  await writePost(catalog, [salmon, orchards])
  await writeEpisode(catalog, spoken)
  const made: string[] = []
  const alignments = bindAlignments(catalog, (postId, recordingId) => {
    made.push(`${postId} ${recordingId}`)
    return runner.align(postId, recordingId)
  })
  const startsOf = async () =>
    (await alignments.show('post', 'episode')).topics.map(({ title, place }) => [
      title,
      place && place.startMs,
    ])
  return { catalog, runner, made, startsOf }
}

test('the thread aligns, and asked again what is kept is given', async () => {
  const { made, startsOf } = await begin()
  const expected = [
    ['Salmon', 20_000],
    ['Orchards', 10_000],
  ]
  expect(await Promise.all([startsOf(), startsOf()])).toEqual([expected, expected])
  expect(await startsOf()).toEqual(expected)
  expect(made).toEqual(['post episode'])
})

test('a change of the post or of the recording makes it anew; of another document, not', async () => {
  const { catalog, made, startsOf } = await begin()
  await startsOf()

  await writeEpisode(catalog, spoken, 'another')
  await startsOf()
  expect(made.length).toBe(1)

  await writePost(catalog, [orchards])
  expect(await startsOf()).toEqual([['Orchards', 10_000]])
  expect(made.length).toBe(2)

  await writeEpisode(catalog, ['Something is said before it.', ...spoken])
  expect(await startsOf()).toEqual([['Orchards', 20_000]])
  expect(made.length).toBe(3)
})

test('what fails in the thread fails with its code, and is asked again the next time', async () => {
  const { catalog, made, startsOf } = await begin()
  await writeEpisode(catalog, [])
  for (let time = 0; time < 2; time += 1)
    await expect(startsOf()).rejects.toMatchObject({ code: 'TRANSCRIPT_MISSING' })
  expect(made.length).toBe(2)
})

test('the thread ends when nobody asks, and starts again for the next question', async () => {
  const { runner } = await begin({ restMs: 0 })
  expect(runner.isRunning).toBe(false)
  await runner.align('post', 'episode')
  await expect.poll(() => runner.isRunning).toBe(false)
  expect((await runner.align('post', 'episode')).topics.length).toBe(2)
})

test('closed, it takes no more questions', async () => {
  const { runner } = await begin()
  const asked = runner.align('post', 'episode')
  const refused = expect(asked).rejects.toThrow('terminated')
  await runner.close()
  await refused
  await expect(runner.align('post', 'episode')).rejects.toThrow('closed')
})
