import { fork } from 'node:child_process'
import { once } from 'node:events'
import { AutoModel, AutoTokenizer, env, type Tensor } from '@huggingface/transformers'
import { compiledUrl } from '../src/compiled.js'
import type { ModelFiles } from '../src/embed/model-files.js'

/**
 * What the model alone can do: tokenizer, model, pooling and normalisation by the library itself, over texts sorted by
 * length, with none of Cuepoint's code in between. The measure that ingest is held against.
 */

export interface Layout {
  processes: number
  /** Of the model, in each process. */
  threads: number
  /** Texts a call, padded to the longest of them. */
  batch: number
}

export interface RawThroughput extends Layout {
  seconds: number
  textsPerSecond: number
}

export const rawLayouts: readonly Layout[] = [
  ...[1, 2, 4, 8].map((batch) => ({ processes: 1, threads: 2, batch })),
  ...[1, 2].map((batch) => ({ processes: 2, threads: 1, batch })),
]

interface Task {
  folder: string
  dtype: ModelFiles['identity']['dtype']
  pooling: ModelFiles['identity']['pooling']
  threads: number
  batches: string[][]
}

/** Passed to this module to make it the child instead of a library. */
const childFlag = '--embed-raw'
const warmUpTexts = ['one text to warm up', 'and another, which is a little longer than the first one']

/**
 * One result a layout, in order; loading the model is not counted. Cost: the time to embed all texts, for each layout.
 * Run it with nothing else on the machine.
 */
export async function measureRawEmbedding(
  files: ModelFiles,
  texts: readonly string[],
  layouts: readonly Layout[] = rawLayouts,
): Promise<RawThroughput[]> {
  const results: RawThroughput[] = []
  for (const layout of layouts) {
    const seconds = await measureLayout(files, texts, layout)
    results.push({ ...layout, seconds, textsPerSecond: texts.length / seconds })
  }
  return results
}

async function measureLayout(
  { folder, identity: { dtype, pooling } }: ModelFiles,
  texts: readonly string[],
  { processes, threads, batch }: Layout,
): Promise<number> {
  const sorted = [...texts].sort((a, b) => a.length - b.length)
  const batches = Array.from({ length: Math.ceil(sorted.length / batch) }, (_, index) =>
    sorted.slice(index * batch, (index + 1) * batch),
  )
  const children = Array.from({ length: processes }, (_, process) => {
    const child = fork(compiledUrl(import.meta.url, './raw-embedding.js'), [childFlag], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // Dealt like cards, so that all get the same share of every length.
    const share = batches.filter((_, index) => index % processes === process)
    child.send({ folder, dtype, pooling, threads, batches: share } satisfies Task)
    return child
  })
  await Promise.all(children.map((child) => once(child, 'message')))
  const startedMs = performance.now()
  await Promise.all(
    children.map(async (child) => {
      child.send('start')
      await once(child, 'message')
    }),
  )
  const seconds = (performance.now() - startedMs) / 1000
  const ended = children.map((child) => once(child, 'exit'))
  for (const child of children) child.disconnect()
  await Promise.all(ended)
  return seconds
}

async function runChild({ folder, dtype, pooling, threads, batches }: Task): Promise<void> {
  env.allowRemoteModels = false
  const tokenizer = await AutoTokenizer.from_pretrained(folder)
  const session_options = { intraOpNumThreads: threads, interOpNumThreads: 1 }
  const model = await AutoModel.from_pretrained(folder, { dtype, session_options })
  const embed = async (texts: string[]): Promise<Tensor> => {
    const inputs = tokenizer(texts, { padding: true, truncation: true })
    const { last_hidden_state: hidden } = (await model(inputs)) as { last_hidden_state: Tensor }
    const pooled = pooling === 'cls' ? hidden.slice(null, 0) : hidden.mean(1)
    return pooled.normalize(2, -1)
  }
  await embed(warmUpTexts)
  process.once('message', () => {
    void (async () => {
      for (const batch of batches) await embed(batch)
      process.send?.('done')
    })()
  })
  process.send?.('loaded')
}

if (process.argv.includes(childFlag)) {
  process.on('disconnect', () => process.exit())
  process.once('message', (task) => void runChild(task as Task))
}
