import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runCut, type CutOptions } from '../../../src/editor/cut/run-cut.js'
import { anExportClip, anExportCollection, anExportDocument, aWrittenClip } from '../../builders/exports.js'
import { hasFfmpeg, testWith } from '../../builders/programs.js'
import { decode, findSound, lengthMs, loudness, sliceMs } from './find-sound.js'

/** The sound of the bundled sample, cut with the real ffmpeg and found again in its recording. */

const testWithFfmpeg = testWith({ ffmpeg: hasFfmpeg })

const sample = resolve('data/sample/five-minutes-on-search')
const recordings = {
  evaluation: join(sample, 'audio/07-evaluation.mp3'),
  chunking: join(sample, 'audio/06-chunking.mp3'),
  latent: join(sample, 'video/short-2-latent-space.mp4'),
}

const clipOf = (id: string, path: string, startMs: number, endMs: number) =>
  anExportClip({
    id,
    title: id,
    startMs,
    endMs,
    document: anExportDocument({ id: path, mediaUrl: pathToFileURL(path).href }),
  })

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-cut-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function cutOptions(options: Partial<CutOptions> = {}): Promise<CutOptions> {
  return {
    folder: join(await aFolder(), 'out'),
    parts: { clips: true, joined: true },
    format: 'wav',
    replace: false,
    temporaryFolder: await aFolder(),
    allowPrivate: false,
    ...options,
  }
}

const three = [
  { id: 'one', path: recordings.evaluation, startMs: 12_345, endMs: 31_234 },
  { id: 'two', path: recordings.latent, startMs: 5_000, endMs: 15_010 },
  { id: 'three', path: recordings.chunking, startMs: 60_500, endMs: 81_777 },
]
const collection = anExportCollection([
  ...three.map(({ id, path, startMs, endMs }) => clipOf(id, path, startMs, endMs)),
  aWrittenClip(),
])

const decoded = new Map<string, Float64Array>()
function decodeOnce(path: string): Float64Array {
  const sound = decoded.get(path) ?? decode(path)
  decoded.set(path, sound)
  return sound
}

/** Both ends of a piece of a recording, by its first and last second. */
function findEnds(piece: Float64Array, { path, startMs, endMs }: (typeof three)[number]) {
  const recording = decodeOnce(path)
  const total = lengthMs(piece)
  const first = findSound(sliceMs(piece, 0, 1000), recording, { nearMs: startMs, withinMs: 150 })
  const last = findSound(sliceMs(piece, total - 1000, total), recording, {
    nearMs: endMs - 1000,
    withinMs: 150,
  })
  return { startMs: first.atMs, endMs: last.atMs + 1000, likeness: Math.min(first.likeness, last.likeness) }
}

for (const format of ['wav', 'mp3', 'm4a', 'flac'] as const)
  testWithFfmpeg(
    `a cut as ${format} begins and ends within 50 ms of where its clips do, alone and joined`,
    async () => {
      const options = await cutOptions({ format })
      const { files, leftOut } = await runCut(collection, options)
      expect(files.map((file) => basename(file))).toEqual(
        ['01 one', '02 two', '03 three', 'Best of'].map((name) => `${name}.${format}`),
      )
      expect(leftOut).toEqual([{ name: 'Words as written.', reason: 'it has no times' }])
      const joined = decode(files[3] ?? '')
      let atMs = 0
      for (const [index, part] of three.entries()) {
        const durationMs = part.endMs - part.startMs
        for (const piece of [decode(files[index] ?? ''), sliceMs(joined, atMs, atMs + durationMs)]) {
          const ends = findEnds(piece, part)
          expect(Math.abs(ends.startMs - part.startMs)).toBeLessThanOrEqual(50)
          expect(Math.abs(ends.endMs - part.endMs)).toBeLessThanOrEqual(50)
          expect(Math.abs(lengthMs(piece) - durationMs)).toBeLessThanOrEqual(50)
          // Not 1: a fade of 10 ms takes from a word that is loudest where the clip cuts it.
          expect(ends.likeness).toBeGreaterThan(0.9)
        }
        atMs += durationMs
      }
      // Nothing is left where recordings and pieces were kept.
      expect(await readdir(options.temporaryFolder)).toEqual([])
    },
  )

testWithFfmpeg('loudness is left alone, one channel or two', async () => {
  const { files } = await runCut(collection, await cutOptions())
  for (const [index, { path, startMs, endMs }] of three.entries()) {
    const original = loudness(sliceMs(decodeOnce(path), startMs, endMs))
    expect(loudness(decode(files[index] ?? '')) / original).toBeCloseTo(1, 1)
  }
})

testWithFfmpeg('a recording from the web is fetched once under the rules of all fetching', async () => {
  const paths: string[] = []
  const server = createServer(({ url = '' }, response) => {
    paths.push(url)
    createReadStream(recordings.evaluation).pipe(response)
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/e.mp3`
  const web = anExportCollection(
    three
      .slice(0, 1)
      .flatMap(({ startMs, endMs }) =>
        ['a', 'b'].map((id) =>
          anExportClip({ id, title: id, startMs, endMs, document: anExportDocument({ mediaUrl: url }) }),
        ),
      ),
  )
  const refused = await cutOptions()
  await expect(runCut(web, refused)).rejects.toMatchObject({ code: 'FETCH_ADDRESS_FORBIDDEN' })
  expect([paths, await readdir(refused.folder)]).toEqual([[], []])

  const { files } = await runCut(web, await cutOptions({ allowPrivate: true }))
  expect(paths).toEqual(['/e.mp3'])
  const [part = three[0]] = three
  if (part)
    expect(Math.abs(findEnds(decode(files[0] ?? ''), part).startMs - part.startMs)).toBeLessThanOrEqual(50)
})

testWithFfmpeg('what is there already is not written over, unless told to', async () => {
  const options = await cutOptions({ parts: { clips: true, joined: false } })
  const one = anExportCollection([clipOf('one', recordings.evaluation, 1000, 2000)])
  const { files } = await runCut(one, options)
  const [file = ''] = files
  await writeFile(file, 'mine')
  await expect(runCut(one, options)).rejects.toMatchObject({ code: 'CUT_FILE_EXISTS' })
  expect(await readFile(file, 'utf8')).toBe('mine')
  await runCut(one, { ...options, replace: true })
  expect((await readFile(file)).subarray(0, 4).toString()).toBe('RIFF')
})

testWithFfmpeg(
  'what the recording does not have is an error with a name, and leaves nothing behind',
  async () => {
    const behind = anExportCollection([clipOf('late', recordings.evaluation, 900_000, 910_000)])
    const missing = anExportCollection([clipOf('gone', join(sample, 'audio/none.mp3'), 0, 1000)])
    for (const each of [behind, missing]) {
      const options = await cutOptions()
      await expect(runCut(each, options)).rejects.toMatchObject({ code: 'CUT_FAILED' })
      expect(await readdir(options.folder)).toEqual([])
      expect(await readdir(options.temporaryFolder)).toEqual([])
    }
  },
)

test('without ffmpeg the error says what to do', async () => {
  const { PATH = '' } = process.env
  process.env.PATH = await aFolder()
  onTestFinished(() => void (process.env.PATH = PATH))
  await expect(runCut(collection, await cutOptions())).rejects.toMatchObject({
    code: 'FFMPEG_MISSING',
    message:
      'ffmpeg, which cuts the sound, is not on the PATH. Install it, or take the script cuts.sh to a machine that has it.',
  })
})

test('what has no sound that can be reached is nothing to cut', async () => {
  const odd = ['concat:/etc/passwd|/x', 'data:audio/mpeg;base64,AA', 'ftp://example.org/x', null].map(
    (mediaUrl, index) => anExportClip({ id: `c${index}`, document: anExportDocument({ mediaUrl }) }),
  )
  await expect(
    runCut(anExportCollection([...odd, aWrittenClip()]), await cutOptions()),
  ).rejects.toMatchObject({
    code: 'CUT_EMPTY',
  })
})

test('a cut that is stopped leaves nothing behind', async () => {
  const options = await cutOptions({ signal: AbortSignal.abort() })
  await expect(runCut(collection, options)).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
  expect([await readdir(options.folder), await readdir(options.temporaryFolder)]).toEqual([[], []])
})
