import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { passageInput } from '../src/embed/passage-input.js'
import type { Catalog } from '../src/catalog/catalog.js'
import { readConfig, type Config } from '../src/config.js'
import type { Job } from '../src/domain/job.js'
import { findModel } from '../src/embed/model-files.js'
import { packageRoot } from '../src/package-info.js'
import { openCatalog } from '../src/adapters.js'
import { keepRun, round } from './bench-run.js'
import { measureLoad } from './machine-load.js'
import { MemorySampler } from './process-memory.js'
import { measureRawEmbedding } from './raw-embedding.js'

/**
 * Whole folders of transcripts and posts through the command line into a new library: how long, how much memory, what is
 * in it; then again without a change; then with one changed transcript. Against the bare model on a sample of the same
 * texts, before and after.
 *
 *     npm run bench:corpus -- <folder>…
 */

const folders = process.argv.slice(2)
if (folders.length === 0)
  throw new RangeError('name the folders to ingest: npm run bench:corpus -- <folder>…')

/** Enough to be stable within a percent, and few enough to be embedded in half a minute. */
const sampleSize = 3_000
/** The layouts that won in bench:ingest on every machine so far. */
const layouts = [
  { processes: 2, threads: 1, batch: 1 },
  { processes: 1, threads: 2, batch: 2 },
]

interface Pull {
  seconds: number
  jobs: Job[]
  memory: MemorySampler
}

async function runCli(parameters: readonly string[], config: Config): Promise<Pull> {
  const startedMs = performance.now()
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'dist', 'src', 'cli.js'), ...parameters, '--json'],
    {
      env: { ...process.env, CUEPOINT_DATA: config.dataFolder },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const memory = new MemorySampler(child.pid ?? 0)
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  memory.stop()
  const { pulls } = JSON.parse(output) as { pulls: { job: Job }[] }
  return { seconds: (performance.now() - startedMs) / 1000, jobs: pulls.map(({ job }) => job), memory }
}

/** Every n-th text that was embedded, passages with their context and sentences alike. */
async function sampleTexts(catalog: Catalog): Promise<{ texts: string[]; words: number }> {
  const texts: string[] = []
  let words = 0
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page = await catalog.listDocuments({}, { limit: 100, cursor })
    cursor = page.next
    for (const { id, title } of page.documents)
      for (const passage of await catalog.readPassages(id)) {
        words += passage.text.split(/\s+/).length
        texts.push(passageInput(title, passage))
        for (const { from, to } of passage.sentences) texts.push(passage.text.slice(from, to))
      }
  }
  const step = Math.max(1, Math.floor(texts.length / sampleSize))
  return { texts: texts.filter((_, index) => index % step === 0), words }
}

async function bestRawRate(config: Config, texts: readonly string[]): Promise<number> {
  const raw = await measureRawEmbedding(await findModel(config), texts, layouts)
  return Math.max(...raw.map(({ textsPerSecond }) => textsPerSecond))
}

/** Changes one word of the first transcript of a folder that has any; the path of the file. */
async function changeOneTranscript(folder: string): Promise<string | null> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.vtt')).sort()
  const path = names[0] === undefined ? null : join(folder, names[0])
  if (path === null) return null
  const before = await readFile(path, 'utf8')
  const lines = before.split('\n')
  const middle = lines.findIndex((line, at) => at > lines.length / 2 && /^[A-Za-z]/.test(line))
  lines[middle] = `${lines[middle] ?? ''} indeed`
  await writeFile(path, lines.join('\n'))
  return path
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2)
const embedded = (jobs: readonly Job[]): number => jobs.reduce((sum, job) => sum + job.passagesEmbedded, 0)

const work = await mkdtemp(join(tmpdir(), 'cuepoint-corpus-'))
const config: Config = { ...readConfig({}), dataFolder: join(work, 'library') }
try {
  const copies: string[] = []
  for (const [index, folder] of folders.entries()) {
    const copy = join(work, `${index}`, folder.split('/').findLast((part) => part !== '') ?? 'folder')
    await cp(folder, copy, { recursive: true })
    copies.push(copy)
  }

  const { result: first, ...load } = await measureLoad(() => runCli(['add', ...copies], config))
  const catalog = await openCatalog(config)
  const counts = await catalog.counts()
  const seq = await catalog.latestSeq()
  const { texts, words } = await sampleTexts(catalog)
  const issues: Record<string, number> = {}
  for (const { code } of first.jobs.flatMap((job) => job.issues)) issues[code] = (issues[code] ?? 0) + 1
  const { result: rawRate, ...rawLoad } = await measureLoad(() => bestRawRate(config, texts))

  const second = await runCli(['pull'], config)
  const seqAfter = await catalog.latestSeq()

  const changedFile = (await Promise.all(copies.map(changeOneTranscript))).find((path) => path !== null)
  const third = await runCli(['pull'], config)
  const seqChanged = await catalog.latestSeq()
  await catalog.close()

  const rate = embedded(first.jobs) / first.seconds
  const peak = first.memory.peak()
  const figures = {
    folders: folders.map((folder) => folder.split('/').slice(-2).join('/')),
    ...counts,
    hours: round(counts.durationMs / 3_600_000),
    words,
    issues,
    failed: first.jobs.filter(({ status }) => status !== 'done').length,
    seconds: round(first.seconds),
    textsEmbedded: embedded(first.jobs),
    textsPerSecond: round(rate),
    rawTextsPerSecond: round(rawRate),
    ratio: round(rate / rawRate, 3),
    // Of two unlike hours: what each got done with the processor time that others left it.
    ratioOfAvailable: round(rate / load.availableCores / (rawRate / rawLoad.availableCores), 3),
    ownCores: round(load.ownCores, 2),
    availableCores: round(load.availableCores, 2),
    rawAvailableCores: round(rawLoad.availableCores, 2),
    wordsPerSecond: Math.round(words / first.seconds),
    peakProcessMb: megabytes(peak.processBytes),
    peakTreeMb: megabytes(peak.treeBytes),
    peakTreeMbByTenth: first.memory.peaksOverTime(10).map(megabytes),
    secondRunSeconds: round(second.seconds, 2),
    secondRunShare: round(second.seconds / first.seconds, 4),
    secondRunChanges: seqAfter - seq,
    changedTranscript: changedFile?.split('/').at(-1) ?? null,
    changedTextsEmbedded: embedded(third.jobs),
    changedDocuments: seqChanged - seqAfter,
  }
  console.log(JSON.stringify(figures, null, 2))
  await keepRun('corpus', figures)
} finally {
  await rm(work, { recursive: true, force: true })
}
