import { AutoModel, AutoModelForSequenceClassification, AutoTokenizer, env } from '@huggingface/transformers'
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
async function download({ task, model, into, hub }: DownloadRequest): Promise<void> {
  env.allowLocalModels = false
  env.cacheDir = into
  if (hub) env.remoteHost = hub
  await AutoTokenizer.from_pretrained(model)
  const modelClass = task === 'score' ? AutoModelForSequenceClassification : AutoModel
  const loaded = await modelClass.from_pretrained(model, { dtype: 'q8' })
  await loaded.dispose()
}
