import { resolve } from 'node:path'
import { temporaryFolderOf } from '../../ingest/transcribe/open-transcriber.js'
import { runCut } from '../editor/cut/run-cut.js'
import { soundFormats } from '../editor/cut/sound-formats.js'
import { loadCollection } from '../editor/export/load-collection.js'
import { AppError } from '../errors.js'
import { openCatalog } from '../adapters.js'
import { exitCodes, type Command, type CommandContext } from './command.js'
import { selectCollection } from './select-collection.js'
import { clean } from './terminal.js'

export const cutCommand: Command = {
  name: 'cut',
  usage: '<collection> --out <folder>',
  summary: 'cut the sound of a collection with ffmpeg: each clip, and all joined',
  options: {
    out: { type: 'string' },
    clips: { type: 'boolean' },
    joined: { type: 'boolean' },
    as: { type: 'string' },
    clip: { type: 'string' },
    replace: { type: 'boolean' },
  },
  async run({ config, terminal, positionals, values }) {
    const { folder, parts, format } = readRequest(values)
    const clipId = typeof values.clip === 'string' ? values.clip : undefined
    const catalog = await openCatalog(config)
    const stopping = new AbortController()
    const stop = () => stopping.abort()
    process.once('SIGINT', stop).once('SIGTERM', stop)
    try {
      const { id } = await selectCollection(positionals[0], catalog)
      const collection = await loadCollection(id, { clipId, base: null, tellPaths: true }, catalog)
      const { files, leftOut } = await runCut(collection, {
        folder,
        parts,
        format,
        replace: values.replace === true,
        temporaryFolder: temporaryFolderOf(config.dataFolder),
        allowPrivate: config.allowPrivate,
        signal: stopping.signal,
        onProgress: (line) => terminal.progress(line),
      })
      for (const { name, reason } of leftOut) terminal.say(`Left out, since ${reason}: ${name}`)
      if (values.json === true) terminal.print(JSON.stringify({ files, leftOut }, null, 2))
      else for (const file of files) terminal.print(clean(file))
      return exitCodes.ok
    } finally {
      terminal.progress('')
      process.off('SIGINT', stop).off('SIGTERM', stop)
      await catalog.close()
    }
  },
}

function readRequest({ out, clips, joined, as = 'wav' }: CommandContext['values']) {
  if (typeof out !== 'string' || out === '')
    throw new AppError('USAGE', 'Name the folder to write into: --out <folder>.')
  const format = soundFormats.find((each) => each === as)
  if (!format) throw new AppError('USAGE', `--as ${String(as)} must be one of ${soundFormats.join(', ')}.`)
  // Neither asked for: both.
  const parts = { clips: clips === true || joined !== true, joined: joined === true || clips !== true }
  return { folder: resolve(out), parts, format }
}
