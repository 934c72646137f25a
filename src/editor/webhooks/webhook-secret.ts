import { randomBytes } from 'node:crypto'

/** Secrets as Standard Webhooks writes them: `whsec_` and 24 to 64 bytes in base64. */

const prefix = 'whsec_'
const secretBytes = 32

export const makeSecret = (): string => prefix + randomBytes(secretBytes).toString('base64')

/** The key that a secret stands for; null for what is none. */
export function readSecret(secret: string): Buffer | null {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : ''
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  return key.length >= 24 && key.length <= 64 ? key : null
}
