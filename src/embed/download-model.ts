import { fork } from 'node:child_process'
import { once } from 'node:events'
import { compiledUrl } from '../compiled.js'

/** What a model is for, which is how it must be loaded. */
export type ModelTask = 'embed' | 'score'

export interface DownloadRequest {
  task: ModelTask
  model: string
  into: string
  hub?: string
}

/** Null when all went well. */
export type DownloadReply = { reason: string | null }

/**
 * Fetches a model from the hub into `<into>/<model>`. In a process of its own: fetching ends with loading the model,
 * which would block this one and must not happen twice in it (onnxruntime #24486).
 * @throws {Error} with the reason
 */
export async function downloadModel(
  model: string,
  { task, into, hub }: Omit<DownloadRequest, 'model'>,
): Promise<void> {
  const child = fork(compiledUrl(import.meta.url, './download-process.js'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send({ task, model, into, ...(hub ? { hub } : {}) } satisfies DownloadRequest)
  let reply: DownloadReply = { reason: 'the download process ended early' }
  child.once('message', (message) => {
    reply = message as DownloadReply
  })
  await once(child, 'exit')
  if (reply.reason !== null) throw new Error(reply.reason)
}
