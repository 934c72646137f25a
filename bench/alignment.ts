import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { readConfig } from '../src/config.js'
import type { Alignment } from '../src/editor/align/alignment.js'
import { AlignmentRunner } from '../src/editor/align/alignment-runner.js'
import { alignPost } from '../src/editor/align/align-post.js'
import { findDocument } from '../src/documents/read-transcript.js'
import { findModel } from '../src/embed/model-files.js'
import { readLabelledPairs } from './alignment-corpus.js'
import {
  calibrate,
  countRight,
  judgeItems,
  maxWordsOff,
  type AlignmentFigures,
  type JudgedItem,
} from './alignment-judge.js'
import { openAlignmentLibrary } from './alignment-library.js'
import { keepRun, percentile, round } from './bench-run.js'

/**
 * How well newsletters are aligned to their recaps: the folder of Optech is named, or lies in a data folder that is. The
 * first time it embeds some 120,000 sentences, minutes of work; they are kept.
 */

const named = process.argv[2]
if (named === undefined) throw new Error('Name the data folder: npm run bench:alignment -- <data folder>')
const config = readConfig(process.env)
const { identity } = await findModel(config)
const folder = await readFile(join(named, 'optech', 'derived', 'episodes.jsonl')).then(
  () => join(named, 'optech'),
  () => named,
)

/** A pair as long as the issue asks the cost of: 90 minutes, 30 sections. */
const longPair = { words: 12_000, topics: 25 }

interface JudgedPair {
  postId: string
  recordingId: string
  isLong: boolean
  /** Weights were found on every other pair, the first one among them. */
  isTuned: boolean
  whole: JudgedItem[]
  shortened: JudgedItem[]
}

const library = await openAlignmentLibrary(config)
const { catalog } = library
try {
  const judged: JudgedPair[] = []
  const pairs = await readLabelledPairs(folder, config)
  for (const [index, { newsletter, whole, shortened }] of pairs.entries()) {
    process.stderr.write(`\raligning ${index + 1} of ${pairs.length}`)
    const postId = await library.write('newsletters', { item: newsletter, cues: [] })
    const judge = async (name: string, { recording, items }: typeof whole) => {
      const recordingId = await library.write(name, recording)
      const alignment = await align(postId, recordingId)
      const passages = await catalog.readPassages(recordingId)
      return {
        recordingId,
        topics: alignment.topics.length,
        items: judgeItems(items, alignment, passages),
      }
    }
    const judgedWhole = await judge('recaps', whole)
    judged.push({
      postId,
      recordingId: judgedWhole.recordingId,
      isLong: (whole.items.at(-1)?.toWord ?? 0) >= longPair.words && judgedWhole.topics >= longPair.topics,
      isTuned: index % 2 === 0,
      whole: judgedWhole.items,
      shortened: (await judge('shortened', shortened)).items,
    })
  }
  process.stderr.write('\n')
  const figures = {
    ...reportHalves(judged),
    ...reportConfidence(judged.filter(({ isTuned }) => !isTuned)),
    cost: await measureCost(judged.filter(({ isLong }) => isLong)),
  }
  await keepRun('alignment', figures)
} finally {
  await library.close()
}

async function align(postId: string, recordingId: string): Promise<Alignment> {
  const post = await findDocument(postId, catalog)
  return alignPost(post, await findDocument(recordingId, catalog), { catalog, identity })
}

function share(part: number, of: number): string {
  return `${round((100 * part) / of)}% (${part} of ${of})`
}

function reportHalves(judged: readonly JudgedPair[]): Record<string, AlignmentFigures> {
  const halves = {
    tunedOn: judged.filter(({ isTuned }) => isTuned),
    notTunedOn: judged.filter(({ isTuned }) => !isTuned),
    all: judged,
  }
  const figures: Record<string, AlignmentFigures> = {}
  for (const [name, half] of Object.entries(halves)) {
    const counts = countRight(half.flatMap(({ whole }) => whole))
    figures[name] = counts
    console.log(`${name}, ${half.length} recaps:`)
    console.log(`  right section: ${share(counts.rightSection, counts.items)}, asked for ≥ 90%`)
    console.log(`  start within ${maxWordsOff} words: ${share(counts.near, counts.items)}, asked for ≥ 80%`)
    console.log(`  without a place: ${share(counts.items - counts.placed, counts.items)}`)
  }
  return figures
}

function reportConfidence(judged: readonly JudgedPair[]) {
  const shortened = judged.flatMap((pair) => pair.shortened)
  const kept = countRight(shortened.filter(({ isCut }) => !isCut))
  const cut = countRight(shortened.filter(({ isCut }) => isCut))
  console.log('not tuned on, every third section cut out of the recording:')
  console.log(`  cut out, rightly without a place: ${share(cut.items - cut.placed, cut.items)}`)
  console.log(`  not cut out, right section: ${share(kept.rightSection, kept.items)}`)
  console.log(`  not cut out, start within ${maxWordsOff} words: ${share(kept.near, kept.items)}`)
  console.log('confidence, not tuned on, whole and shortened: told → right in section and start')
  const calibration = calibrate(judged.flatMap((pair) => [...pair.whole, ...pair.shortened]))
  for (const { from, to, places, told, right } of calibration)
    console.log(`  ${from}–${to}: ${round(told, 3)} → ${round(right, 3)} (${places} places)`)
  return { cut, kept, calibration }
}

/** As a server asks: in the thread of alignments, which is running and has read the words of the language. */
async function measureCost(pairs: readonly JudgedPair[]) {
  const runner = new AlignmentRunner({ catalogPath: library.catalogPath, identity })
  const startedMs = performance.now()
  const [first] = pairs
  if (first) await runner.align(first.postId, first.recordingId)
  const firstMs = performance.now() - startedMs
  const times: number[] = []
  const cpuTimes: number[] = []
  const asked = await watchLoop(async () => {
    for (const { postId, recordingId } of pairs) {
      const startedMs = performance.now()
      const startedCpu = process.cpuUsage()
      await runner.align(postId, recordingId)
      const { user, system } = process.cpuUsage(startedCpu)
      times.push(performance.now() - startedMs)
      cpuTimes.push((user + system) / 1000)
    }
  })
  // What else the machine does holds a loop, too: as long again with nothing asked.
  const idle = await watchLoop(() => setTimeout(times.reduce((sum, ms) => sum + ms, 0)))
  await runner.close()
  const cost = {
    pairs: pairs.length,
    firstMs: round(firstMs),
    p50Ms: round(percentile(times, 0.5)),
    maxMs: round(Math.max(...times)),
    cpuP50Ms: round(percentile(cpuTimes, 0.5)),
    cpuMaxMs: round(Math.max(...cpuTimes)),
    loopHeldP99Ms: asked.p99Ms,
    loopHeldMaxMs: asked.maxMs,
    idleLoopHeldMaxMs: idle.maxMs,
  }
  console.log(
    `a pair of at least ${longPair.words} words and ${longPair.topics} topics (${cost.pairs}): p50 ${cost.p50Ms} ms, max ${cost.maxMs} ms, asked for ≤ 500 ms; of the processor p50 ${cost.cpuP50Ms} ms, max ${cost.cpuMaxMs} ms; with the start of the thread ${cost.firstMs} ms; the asker's event loop is held for ${cost.loopHeldP99Ms} ms (p99), ${cost.loopHeldMaxMs} ms (max; ${cost.idleLoopHeldMaxMs} ms with nothing asked)`,
  )
  return cost
}

async function watchLoop(work: () => Promise<unknown>): Promise<{ p99Ms: number; maxMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return { p99Ms: round(delay.percentile(99) / 1e6), maxMs: round(delay.max / 1e6) }
}
