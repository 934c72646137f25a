import { setTimeout as pause } from 'node:timers/promises'
import { openTranscriber } from '../../ingest/transcribe/open-transcriber.js'
import { runJob } from '../../ingest/run-job.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Config } from '../config.js'
import type { Job } from '../domain/job.js'
import type { Source } from '../domain/source.js'
import { openBulkEmbedder } from '../adapters.js'
import { reasonOf } from '../errors.js'
import { ConceptFinder } from '../library/concept-finder.js'
import { describeJob } from './show-progress.js'
import type { Terminal } from './terminal.js'

/** How often a job that another process works on is looked at. */
const pollIntervalMs = 500

export interface PullSourcesOptions {
  catalog: Catalog
  config: Config
  terminal: Terminal
  /** Stops between two documents; what is left is taken up by the next pull. */
  signal?: AbortSignal | undefined
  /** Source id → the job that was queued for it already: a server beside may have run it meanwhile. */
  jobs?: ReadonlyMap<string, Job>
}

/** Pulls sources one after the other in this process, or waits for the process that is at it. Returns each job's end. */
export async function pullSources(
  sources: readonly Source[],
  { catalog, config, terminal, signal, jobs }: PullSourcesOptions,
): Promise<{ source: Source; job: Job }[]> {
  const { allowPrivate, dataFolder } = config
  const transcriber = openTranscriber(config)
  const embedder = await openBulkEmbedder(config)
  const concepts = new ConceptFinder(config, {
    catalog,
    embedder,
    onError: (error) => terminal.say(`The concepts are not up to date: ${reasonOf(error)}`),
  })
  const ended: { source: Source; job: Job }[] = []
  try {
    for (const [index, source] of sources.entries()) {
      if (signal?.aborted) break
      const place = sources.length > 1 ? `${index + 1}/${sources.length} ` : ''
      const show = (job: Job) => {
        // There will be something to find, and soon.
        if (job.passagesEmbedded > 0 && index === sources.length - 1) concepts.prepare()
        terminal.progress(`${place}${source.title} ${describeJob(job)}`)
      }
      const known = jobs?.get(source.id)
      const queued = (known && (await catalog.findJob(known.id))) ?? (await catalog.enqueueJob(source.id))
      const claimed = await catalog.claimJob(queued.id)
      const job = claimed
        ? await runJob(claimed, { catalog, embedder, transcriber, dataFolder, allowPrivate, signal }, show)
        : await waitForJob(queued, { catalog, signal, show })
      terminal.progress('')
      for (const { code, where, message } of job.issues) terminal.say(`${code}: ${where}: ${message}`)
      if (job.error) terminal.say(`${job.error.code}: ${source.title}: ${job.error.message}`)
      ended.push({ source, job })
    }
    if (!signal?.aborted) {
      terminal.progress('finding concepts')
      await concepts.find()
      terminal.progress('')
    }
  } finally {
    await concepts.close()
    await embedder.close()
  }
  return ended
}

async function waitForJob(
  job: Job,
  { catalog, signal, show }: Pick<PullSourcesOptions, 'catalog' | 'signal'> & { show: (job: Job) => void },
): Promise<Job> {
  let current: Job | null = job
  while (current && (current.status === 'queued' || current.status === 'running') && !signal?.aborted) {
    show(current)
    await pause(pollIntervalMs)
    current = await catalog.findJob(job.id)
  }
  return current ?? job
}
