import { setPriority } from 'node:os'
import { EncoderHost, type EncodeReply, type EncodeRequest, type EncoderSetup } from './encoder-host.js'

/** A child process that owns the model. Messages: its setup, then requests. Ends with the parent's channel. */

/** Ingest must not slow down a search. */
const politePriority = 10

// Before any other thread is started: threads inherit it.
setPriority(politePriority)
// Also when the parent was killed: the channel closes whatever way it ends.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => undefined)

process.once('message', (setup: EncoderSetup) => void serve(setup))

async function serve(setup: EncoderSetup): Promise<void> {
  const waiting: EncodeRequest[] = []
  const collect = (request: EncodeRequest) => void waiting.push(request)
  process.on('message', collect)
  const host = await EncoderHost.start(setup, send)
  if (!host) return process.disconnect()
  process.off('message', collect)
  process.on('message', (request: EncodeRequest) => host.receive(request))
  for (const request of waiting) host.receive(request)
}

function send(reply: EncodeReply): void {
  // Undefined, or failing, once the parent is gone; `disconnect` ends this process then.
  process.send?.(reply, () => undefined)
}
