import { parentPort, workerData } from 'node:worker_threads'
import { EncoderHost, type EncodeReply, type EncodeRequest, type EncoderSetup } from './encoder-host.js'

/** A worker thread that owns the model. Messages: requests, or `close`. */

const port = parentPort
if (!port) throw new Error('inference-thread.js is a worker thread, not a program')

const host = await EncoderHost.start(workerData as EncoderSetup, (reply: EncodeReply) =>
  port.postMessage(reply, 'vectors' in reply ? [reply.vectors.buffer as ArrayBuffer] : []),
)
if (host)
  port.on('message', (message: EncodeRequest | 'close') => {
    if (message !== 'close') return host.receive(message)
    void host.close().finally(() => port.close())
  })
