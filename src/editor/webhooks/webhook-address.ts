import { assertPublicHost } from '../../../ingest/fetch/address-guard.js'
import { isNear } from '../../../ingest/fetch/open-response.js'
import { AppError } from '../../errors.js'

const maxLength = 2000

/**
 * Checks what can be told from an address alone; where its name leads is looked at with each connection.
 * @throws WEBHOOK_INVALID
 */
export function readWebhookAddress(text: string, { allowPrivate }: { allowPrivate: boolean }): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || text.length > maxLength || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError(
      'WEBHOOK_INVALID',
      `${JSON.stringify(text.slice(0, 60))} is no address to send to: give an http(s) address of at most ${maxLength} characters.`,
    )
  if (!allowPrivate) assertPublic(url)
  return url
}

/** @throws WEBHOOK_INVALID for what names this machine or its network */
export function assertPublic({ hostname }: URL): void {
  try {
    assertPublicHost(hostname)
    if (!isNear(hostname) && !/(?:^|\.)localhost\.?$/i.test(hostname)) return
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
  }
  throw new AppError(
    'WEBHOOK_INVALID',
    `${hostname} is on this machine or its network: give a public address, or set CUEPOINT_ALLOW_PRIVATE=1.`,
  )
}

/** A part of a path that is as long as this opens something: receivers are known by an address that nobody guesses. */
const minTokenLength = 16

/** The address for those who only see it: without user, password, query, and what of the path may be a token. */
export function shownAddress(location: string): string {
  const { origin, pathname, search } = new URL(location)
  const path = pathname.split('/').map((part) => (part.length >= minTokenLength ? '…' : part))
  return `${origin}${path.join('/')}${search === '' ? '' : '?…'}`
}
