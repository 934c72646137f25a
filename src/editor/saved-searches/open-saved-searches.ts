import type { Catalog } from '../../catalog/catalog.js'
import type { Embedder } from '../../embed/embedder.js'
import type { SearchIndex } from '../../index/search-index.js'
import { WebhookSender } from '../webhooks/webhook-sender.js'
import { describePassages } from './describe-moments.js'
import { SavedSearchFollower } from './saved-search-follower.js'
import { bindSavedSearches, type SavedSearches } from './saved-searches.js'

export interface SavedSearchParts {
  catalog: Catalog
  index: SearchIndex
  embedder: Embedder
  /** Whether webhooks may reach this machine and its network. */
  allowPrivate: boolean
  /** Under which others know this server; null when that was not said. */
  publicUrl: string | null
  /** Told of what fails in the background. */
  onError: (error: unknown) => void
}

/** Which languages a library holds changes seldom, and every search asks. */
const languagesAgeMs = 5000

/** Saved searches, followed and told of from now on until closed. */
export function openSavedSearches({
  catalog,
  index,
  embedder,
  allowPrivate,
  publicUrl,
  onError,
}: SavedSearchParts): { savedSearches: SavedSearches; close(): Promise<void> } {
  let last: { atMs: number; languages: Promise<readonly string[]> } | undefined
  const languages = (): Promise<readonly string[]> => {
    if (!last || performance.now() - last.atMs > languagesAgeMs) {
      const read = index.stats().then((stats) => stats.languages)
      read.catch(() => (last = undefined))
      last = { atMs: performance.now(), languages: read }
    }
    return last.languages
  }
  const dependencies = { catalog, index, embedder, languages }
  const follower = new SavedSearchFollower(dependencies, onError)
  const sender = new WebhookSender(catalog, {
    allowPrivate,
    base: publicUrl,
    describe: (search, passageIds) => describePassages(search, passageIds, dependencies),
    onError,
  })
  follower.start()
  sender.start()
  return {
    savedSearches: bindSavedSearches({ ...dependencies, allowPrivate, base: publicUrl }),
    async close() {
      await Promise.all([follower.close(), sender.close()])
    },
  }
}
