import { randomBytes } from 'node:crypto'
import type { SavedSearch } from '../../domain/saved-search.js'
import type { PassageResult } from '../../search/search-result.js'

/** What a webhook is told, in JSON; docs/webhooks.md describes it for those who read it. */

/** A passage has some hundred words; a section of a post may be longer. */
const maxTextLength = 2000

export const makeMessageId = (): string => `msg_${randomBytes(16).toString('base64url')}`

type Told = Pick<SavedSearch, 'id' | 'name' | 'query'>

interface MessageContext {
  /** ISO 8601. */
  at: string
  /** This server's address without a slash at the end; null when it is not known: paths stand alone. */
  base: string | null
}

/** @param more matches that are told of by the messages after this one */
export function writeMatchesMessage(
  search: Told,
  matches: readonly PassageResult[],
  { at, base, more }: MessageContext & { more: number },
): string {
  const data = {
    savedSearch: describeSearch(search, base),
    matches: matches.map((match) => describeMatch(match, base)),
    more,
  }
  return JSON.stringify({ type: 'saved_search.matched', timestamp: at, data })
}

export const writeTestMessage = (search: Told, { at, base }: MessageContext): string =>
  JSON.stringify({
    type: 'saved_search.test',
    timestamp: at,
    data: { savedSearch: describeSearch(search, base), matches: [], more: 0 },
  })

const describeSearch = ({ id, name, query }: Told, base: string | null) => ({
  id,
  name,
  query,
  url: `${base ?? ''}/?${new URLSearchParams({ q: query }).toString()}`,
})

function describeMatch({ document, ...match }: PassageResult, base: string | null) {
  const { passageId, startMs, endMs, jumpMs, anchor, speaker, chapter, text } = match
  const place = jumpMs !== null ? `?t=${jumpMs / 1000}` : anchor ? `#${encodeURIComponent(anchor)}` : ''
  return {
    passageId,
    url: `${base ?? ''}/d/${encodeURIComponent(document.id)}${place}`,
    text: text.length > maxTextLength ? `${cut(text, maxTextLength)}…` : text,
    startMs,
    endMs,
    jumpMs,
    speaker,
    chapter,
    document: {
      id: document.id,
      kind: document.kind,
      title: document.title,
      sourceTitle: document.sourceTitle,
      publishedAt: document.publishedAt,
      url: document.url,
    },
  }
}

/** Never between the halves of a surrogate pair. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
