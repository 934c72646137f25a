import { randomUUID } from 'node:crypto'
import type { CountedSearch } from '../../catalog/saved-search-store.js'
import type { Delivery, SavedFilter, SavedMatch, Webhook } from '../../domain/saved-search.js'
import { AppError } from '../../errors.js'
import type { PassageResult } from '../../search/search-result.js'
import { makeMessageId, writeTestMessage } from '../webhooks/message-body.js'
import { readWebhookAddress, shownAddress } from '../webhooks/webhook-address.js'
import { makeSecret, readSecret } from '../webhooks/webhook-secret.js'
import { describePassages } from './describe-moments.js'
import { listNewestMoments } from './list-newest-moments.js'
import { prepareSearch, type AskedSearch, type StandingDependencies } from './standing-search.js'

/** What the desk and the API do with saved searches. */

export interface SavedSearchDependencies extends StandingDependencies {
  allowPrivate: boolean
  /** As in the options of a `WebhookSender`. */
  base: string | null
}

export interface WebhookInput {
  url: string
  /** One is made when it is not given. */
  secret?: string
}

export interface SavedSearchInput extends AskedSearch {
  name: string
  webhook: WebhookInput | null
}

export type SavedSearchPatch = Partial<SavedSearchInput>

export interface ShownSearch extends CountedSearch {
  lastDelivery: Omit<Delivery, 'body'> | null
  /** Only where it was made just now. */
  newSecret: string | null
}

export interface ShownMatch extends SavedMatch {
  hit: PassageResult
}

/** Each is asked of everything that comes. */
export const maxSavedSearches = 200

export function bindSavedSearches(dependencies: SavedSearchDependencies) {
  const { catalog } = dependencies

  async function find(id: string): Promise<CountedSearch> {
    const search = await catalog.findSavedSearch(id)
    if (!search) throw notFound(id)
    return search
  }

  async function show(
    searches: readonly CountedSearch[],
    newSecret: string | null = null,
  ): Promise<ShownSearch[]> {
    const deliveries = await catalog.findLastDeliveries(searches.map(({ id }) => id))
    return searches.map((search) => ({
      ...search,
      lastDelivery: deliveries.get(search.id) ?? null,
      newSecret,
    }))
  }

  async function showOne(id: string, newSecret: string | null = null): Promise<ShownSearch> {
    const [shown] = await show([await find(id)], newSecret)
    if (!shown) throw notFound(id)
    return shown
  }

  return {
    /** Oldest first. */
    list: async (): Promise<ShownSearch[]> => show(await catalog.listSavedSearches()),
    read: (id: string): Promise<ShownSearch> => showOne(id),

    /** @throws QUERY_*, WEBHOOK_INVALID, SAVED_SEARCHES_FULL */
    async add({ name, query, mode, filter, webhook: input }: SavedSearchInput): Promise<ShownSearch> {
      await prepareSearch({ query, mode, filter }, dependencies)
      const made = input ? makeWebhook(input, null, dependencies) : null
      const at = new Date().toISOString()
      const webhook = made?.webhook ?? null
      const search = { id: randomUUID(), name, query, mode, filter, createdAt: at, askedAt: at, webhook }
      if (!(await catalog.addSavedSearch(search, maxSavedSearches)))
        throw new AppError(
          'SAVED_SEARCHES_FULL',
          `There are ${maxSavedSearches} saved searches, and each is asked of everything that comes: delete one first.`,
        )
      return showOne(search.id, made?.newSecret)
    },

    /** @throws SAVED_SEARCH_NOT_FOUND, QUERY_*, WEBHOOK_INVALID */
    async change(id: string, patch: SavedSearchPatch): Promise<ShownSearch> {
      const known = await find(id)
      const asked = {
        query: patch.query ?? known.query,
        mode: patch.mode ?? known.mode,
        filter: patch.filter ?? known.filter,
      }
      const isOther = !isSame(asked, known)
      if (isOther) await prepareSearch(asked, dependencies)
      const made = patch.webhook ? makeWebhook(patch.webhook, known.webhook, dependencies) : null
      const isKept = await catalog.updateSavedSearch(id, {
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(patch.webhook === undefined ? {} : { webhook: made?.webhook ?? null }),
        ...(isOther ? { asked: { ...asked, askedAt: new Date().toISOString() } } : {}),
      })
      if (!isKept) throw notFound(id)
      return showOne(id, made?.newSecret)
    },

    /** @throws SAVED_SEARCH_NOT_FOUND */
    async remove(id: string): Promise<void> {
      if (!(await catalog.removeSavedSearch(id))) throw notFound(id)
    },

    /** Unread first, then newest first. @throws SAVED_SEARCH_NOT_FOUND */
    async listMatches(
      id: string,
      page: { limit: number; cursor: string | null },
    ): Promise<{ matches: ShownMatch[]; next: string | null }> {
      const search = await find(id)
      const { matches, next } = await catalog.listMatches(id, page)
      const hits = await describePassages(
        search,
        matches.map(({ passageId }) => passageId),
        dependencies,
      )
      const hitOf = new Map(hits.map((hit) => [hit.passageId, hit]))
      const shown = matches.flatMap((match) => {
        const hit = hitOf.get(match.passageId)
        return hit ? [{ ...match, hit }] : []
      })
      return { matches: shown, next }
    },

    /** Up to the number of a match, or all. @throws SAVED_SEARCH_NOT_FOUND */
    async markRead(id: string, upToNumber: number | null): Promise<ShownSearch> {
      await find(id)
      await catalog.markRead(id, upToNumber)
      return showOne(id)
    },

    /** @throws SAVED_SEARCH_NOT_FOUND, WEBHOOK_MISSING */
    async renewSecret(id: string): Promise<ShownSearch> {
      const { webhook } = await find(id)
      if (!webhook) throw withoutWebhook(id)
      const secret = makeSecret()
      await catalog.updateSavedSearch(id, { webhook: { ...webhook, secret } })
      return showOne(id, secret)
    },

    /** A message without matches, sent once, within a second or two. @throws SAVED_SEARCH_NOT_FOUND, WEBHOOK_MISSING */
    async sendTest(id: string): Promise<ShownSearch> {
      const search = await find(id)
      const at = new Date().toISOString()
      const body = writeTestMessage(search, { at, base: dependencies.base })
      const message = { id: makeMessageId(), searchId: id, kind: 'test', body, createdAt: at } as const
      if (!(await catalog.addDelivery(message, []))) throw withoutWebhook(id)
      return showOne(id)
    },

    /** Up to which change of the catalog there is something to be found. */
    foundUpTo: (): Promise<number> => dependencies.index.watermark(),

    /** What such a saved search would have found, newest first. @throws QUERY_* */
    listNewest: (search: AskedSearch, limit: number): Promise<PassageResult[]> =>
      listNewestMoments(search, limit, dependencies),
  }
}

export type SavedSearches = ReturnType<typeof bindSavedSearches>

/**
 * The address as it is shown stands for the one that is kept: who changes something else sends back what was shown.
 * @throws WEBHOOK_INVALID
 */
function makeWebhook(
  { url, secret }: WebhookInput,
  known: Webhook | null,
  { allowPrivate }: Pick<SavedSearchDependencies, 'allowPrivate'>,
): { webhook: Webhook; newSecret: string | null } {
  if (secret !== undefined && readSecret(secret) === null)
    throw new AppError(
      'WEBHOOK_INVALID',
      'The secret is none: give whsec_ and 24 to 64 bytes in base64, or leave it out to have one made.',
    )
  const isKnown = known !== null && (url === known.url || url === shownAddress(known.url))
  const address = isKnown ? known.url : url
  readWebhookAddress(address, { allowPrivate })
  const newSecret = secret === undefined && !isKnown ? makeSecret() : null
  return {
    webhook: { url: address, secret: secret ?? newSecret ?? known?.secret ?? makeSecret(), active: true },
    newSecret,
  }
}

function isSame(a: AskedSearch, b: AskedSearch): boolean {
  const sorted = (filter: SavedFilter) => JSON.stringify(Object.entries(filter).sort())
  return a.query === b.query && a.mode === b.mode && sorted(a.filter) === sorted(b.filter)
}

const notFound = (id: string) =>
  new AppError(
    'SAVED_SEARCH_NOT_FOUND',
    `There is no saved search ${id}: GET /api/v1/saved-searches lists those that there are.`,
  )

const withoutWebhook = (id: string) =>
  new AppError(
    'WEBHOOK_MISSING',
    `The saved search ${id} has no webhook that is switched on: give it one with PATCH.`,
  )
