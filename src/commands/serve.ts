import closeWithGrace from 'close-with-grace'
import { isLoopback } from '../api/plugins/guard.js'
import { AppError, reasonOf } from '../errors.js'
import { startAutomaticPulls } from '../jobs/automatic-pulls.js'
import { addSampleLibrary } from '../library/add-sample-library.js'
import { ensureToken } from '../library/ensure-token.js'
import { startServer } from '../server.js'
import type { Services } from '../services.js'
import { exitCodes, type Command } from './command.js'
import { readEvery } from './keep-pulling.js'
import { describeJob } from './show-progress.js'
import type { Terminal } from './terminal.js'

/** How often the progress line is drawn anew. */
const progressIntervalMs = 500
/**
 * For requests, the documents that are being indexed and the step of the follower under way, on a slow machine too; who
 * wants it sooner kills it, and loses nothing.
 */
const closeTimeoutMs = 60_000

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary:
    'serve the pages and the API, and keep the index up to date; pull by itself with --every 1h, --watch',
  options: { 'no-sample': { type: 'boolean' }, every: { type: 'string' }, watch: { type: 'boolean' } },
  async run({ config, terminal, values }) {
    const everyMs = readEvery(values.every) ?? config.pullEveryMs
    // Behind a proxy everybody comes from this machine.
    const isPrivate = isLoopback(config.host) && config.publicUrl === null
    const token = config.token ?? (isPrivate ? null : await ensureToken(config.dataFolder))
    const report = (error: unknown) =>
      terminal.say(error instanceof AppError ? `${error.code}: ${error.message}` : reasonOf(error))
    const schedule = { everyMs, watches: values.watch === true }
    const server = await startServer({ ...config, token, schedule }, report)
    const { services, url } = server
    terminal.print(`Cuepoint is at ${url}`)
    if (token !== null && config.token === null)
      terminal.print(`Changes from the browser or over the API need this token: ${token}`)

    const stopProgress = showProgress(services, terminal)
    const pulling: { close(): Promise<void> }[] = []
    const closed = new Promise<void>((resolve) => {
      closeWithGrace({ delay: closeTimeoutMs }, async ({ err, signal }) => {
        if (err) terminal.say(err.stack ?? err.message)
        else terminal.say(`Stopping (${signal ?? 'asked to'}) …`)
        stopProgress()
        for (const part of pulling) await part.close()
        await server.close()
        resolve()
      })
    })
    if (values['no-sample'] !== true)
      try {
        if (await addSampleLibrary(config, services))
          terminal.say('The library was empty: indexing the bundled sample. Search works while it grows.')
      } catch (error) {
        report(error)
      }
    services.ingest.resume()
    const automatic = await startAutomaticPulls(services.catalog, {
      ...schedule,
      sourceIds: null,
      libraryFolder: config.dataFolder,
      pull: async ({ id }) => (await services.ingest.pull(id)).status === 'running',
      onError: report,
    })
    pulling.push(automatic)
    await closed
    return exitCodes.ok
  },
}

/** Draws the job under way until stopped, and says when the last one has ended. */
function showProgress({ catalog }: Services, terminal: Terminal): () => void {
  let wasBusy = false
  let drawing = false
  const draw = async () => {
    const jobs = await catalog.listOpenJobs()
    const running = jobs.find(({ status }) => status === 'running')
    const waiting = jobs.filter(({ status }) => status === 'queued').length
    const source = running && (await catalog.findSource(running.sourceId))
    if (running)
      terminal.progress(
        `${source?.title ?? ''} ${describeJob(running)}${waiting > 0 ? ` · ${waiting} sources to go` : ''}`,
      )
    else if (wasBusy && waiting === 0) {
      const { documents, passages } = await catalog.counts()
      const total = documents.episode + documents.short + documents.post
      terminal.progress('')
      terminal.say(`Up to date: ${total} documents, ${passages} passages.`)
    }
    wasBusy = running !== undefined || waiting > 0
  }
  const timer = setInterval(() => {
    if (drawing) return
    drawing = true
    draw()
      .catch((error: unknown) => terminal.say(reasonOf(error)))
      .finally(() => (drawing = false))
  }, progressIntervalMs)
  return () => {
    clearInterval(timer)
    terminal.progress('')
  }
}
