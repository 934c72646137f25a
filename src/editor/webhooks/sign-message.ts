import { createHmac } from 'node:crypto'
import { readSecret } from './webhook-secret.js'

export interface SignedMessage {
  id: string
  /** When it is sent: receivers refuse what is older than minutes. */
  atMs: number
  body: string
}

/**
 * The headers of a message after Standard Webhooks 1.0: HMAC-SHA256 of `id.timestamp.body` in base64, the timestamp in
 * whole seconds. A message that is sent again keeps its id and gets another timestamp.
 * @throws {RangeError} for a secret that is none
 */
export function signMessage({ id, atMs, body }: SignedMessage, secret: string): Record<string, string> {
  const key = readSecret(secret)
  if (!key) throw new RangeError('the secret of the webhook is none: whsec_ and 24 to 64 bytes in base64')
  const timestamp = String(Math.floor(atMs / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
