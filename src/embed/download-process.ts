import { AutoModel, AutoTokenizer, env } from '@huggingface/transformers'
import { reasonOf } from '../errors.js'
import type { DownloadReply, DownloadRequest } from './download-model.js'

/** A child process that fetches one model, tells how it went, and ends. */

process.on('disconnect', () => process.exit())
process.once('message', (message) => {
  void download(message as DownloadRequest)
    .then(() => null, reasonOf)
    .then((reason) => process.send?.({ reason } satisfies DownloadReply, () => process.disconnect()))
})

/** The library's file cache has the layout of a model folder, and writes each file to a temporary name first. */
async function download({ model, into, hub }: DownloadRequest): Promise<void> {
  env.allowLocalModels = false
  env.cacheDir = into
  if (hub) env.remoteHost = hub
  await AutoTokenizer.from_pretrained(model)
  const loaded = await AutoModel.from_pretrained(model, { dtype: 'q8' })
  await loaded.dispose()
}
