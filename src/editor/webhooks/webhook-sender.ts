import { setTimeout as pause } from 'node:timers/promises'
import type { Catalog } from '../../catalog/catalog.js'
import type { PendingMatches } from '../../catalog/webhook-store.js'
import type { Delivery, SavedSearch } from '../../domain/saved-search.js'
import { reasonOf } from '../../errors.js'
import type { PassageResult } from '../../search/search-result.js'
import { makeMessageId, writeMatchesMessage } from './message-body.js'
import { nextDelayMs } from './retry-schedule.js'
import { sendMessage, type SendOutcome } from './send-message.js'

/** Tells webhooks what saved searches found. All that it has to do is in the catalog, so that nothing goes with the process. */

export interface WebhookSenderOptions {
  allowPrivate: boolean
  /** This server's address, for the links in messages. */
  base: string | null
  /** Matches as they are told; what is no more is left out. */
  describe: (search: SavedSearch, passageIds: readonly string[]) => Promise<PassageResult[]>
  onError: (error: unknown) => void
  clock?: SenderClock
  /** For tests. */
  timeoutMs?: number
}

export interface SenderClock {
  /** Milliseconds since 1970. */
  now: () => number
  /** In [0, 1). */
  random: () => number
}

const lookIntervalMs = 1000
const maxDoublings = 6
/** Matches wait for those that come with them, as long as more come within this time. */
const quietMs = 5_000
/** While a large source comes in, which takes an hour, its matches are told of so often. */
const spacingMs = 60_000
/** One message tells of so many. */
const matchesPerMessage = 100
/** Receivers that are spoken to at once. */
const messagesAtOnce = 4

export class WebhookSender {
  readonly #stopping = new AbortController()
  readonly #clock: SenderClock
  #running: Promise<void> | undefined

  constructor(
    private readonly catalog: Catalog,
    private readonly options: WebhookSenderOptions,
  ) {
    this.#clock = options.clock ?? { now: () => Date.now(), random: () => Math.random() }
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Gives up what is being sent: it is sent again, with the same id, by the next start. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  /** Writes the messages that are to be written and sends those whose time has come, each once. */
  async look(): Promise<void> {
    const failures: unknown[] = []
    for (const pending of await this.catalog.listPendingMatches())
      // One search that cannot be told of must not keep the others waiting.
      if (this.#isRipe(pending)) await this.#write(pending).catch((error: unknown) => failures.push(error))
    await this.#sendDue()
    if (failures.length > 0) throw failures[0]
  }

  async #sendDue(): Promise<void> {
    const at = this.#isoNow()
    const tried = new Set<string>()
    while (!this.#stopping.signal.aborted) {
      // What was tried is due no more at this time, so that the rest comes next.
      const due = await this.catalog.listDueDeliveries(at, messagesAtOnce)
      const untried = due.filter(({ id }) => !tried.has(id))
      if (untried.length === 0) break
      untried.forEach(({ id }) => tried.add(id))
      await Promise.all(untried.map((delivery) => this.#send(delivery)))
    }
  }

  #isRipe({ count, firstAt, lastAt, toldAt }: PendingMatches): boolean {
    if (count >= matchesPerMessage) return true
    const msSince = (at: string) => this.#clock.now() - Date.parse(at)
    if (toldAt !== null && msSince(toldAt) < spacingMs) return false
    return msSince(lastAt) >= quietMs || msSince(firstAt) >= spacingMs
  }

  async #write({ searchId, count }: PendingMatches): Promise<void> {
    const search = await this.catalog.findSavedSearch(searchId)
    const matches = await this.catalog.findPendingMatches(searchId, matchesPerMessage)
    if (!search || matches.length === 0) return
    const told = await this.options.describe(
      search,
      matches.map(({ passageId }) => passageId),
    )
    if (told.length === 0) return
    const at = this.#isoNow()
    const more = Math.max(0, count - matches.length)
    const body = writeMatchesMessage(search, told, { at, base: this.options.base, more })
    await this.catalog.addDelivery(
      { id: makeMessageId(), searchId, kind: 'matches', body, createdAt: at },
      matches.map(({ number }) => number),
    )
  }

  async #send(delivery: Delivery): Promise<void> {
    const search = await this.catalog.findSavedSearch(delivery.searchId)
    if (!search?.webhook) return
    const { allowPrivate, timeoutMs } = this.options
    const { signal } = this.#stopping
    let outcome: SendOutcome
    try {
      outcome = await sendMessage(delivery, search.webhook, {
        allowPrivate,
        now: () => this.#clock.now(),
        signal,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      })
    } catch (error) {
      if (signal.aborted) return
      throw error
    }
    const { httpStatus, error } = outcome
    await this.catalog.recordAttempt(
      delivery.id,
      { at: this.#isoNow(), httpStatus, error },
      this.#judge(delivery, outcome),
    )
  }

  #judge({ attempts, kind }: Delivery, { error, httpStatus, retryAfterMs }: SendOutcome) {
    if (error === null) return { status: 'delivered' as const }
    if (httpStatus === 410) return { status: 'gone' as const }
    const delayMs = kind === 'test' ? null : nextDelayMs(attempts + 1, retryAfterMs, this.#clock.random())
    return delayMs === null
      ? { status: 'failed' as const }
      : { status: 'waiting' as const, nextTryAt: new Date(this.#clock.now() + delayMs).toISOString() }
  }

  #isoNow(): string {
    return new Date(this.#clock.now()).toISOString()
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let lastFailure = ''
    let failures = 0
    while (!signal.aborted) {
      try {
        await this.look()
        lastFailure = ''
        failures = 0
      } catch (error) {
        if (reasonOf(error) !== lastFailure) this.options.onError(error)
        lastFailure = reasonOf(error)
        failures++
      }
      const waitMs = lookIntervalMs * 2 ** Math.min(failures, maxDoublings)
      await pause(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
