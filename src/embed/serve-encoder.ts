import { EncoderHost, type EncodeReply, type EncodeRequest, type EncoderSetup } from './encoder-host.js'

/** Makes this child process own a model. Messages: its setup, then requests. Ends with the parent's channel. */
export function serveEncoder(): void {
  // Also when the parent was killed: the channel closes whatever way it ends.
  process.on('disconnect', () => process.exit())
  // Ctrl-C reaches the whole group; the parent decides when its children end.
  process.on('SIGINT', () => undefined)
  process.once('message', (setup: EncoderSetup) => void serve(setup))
}

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
