import type { Enclosure, Link } from '../../../src/domain/document.js'
import type { ReadTranscript } from '../../transcripts/transcript-format.js'
import { kindOf } from '../document-kind.js'
import { isMedia } from '../group-files.js'
import { relOf } from '../link-rel.js'
import { mediaTypeOf } from '../recordings/media-type.js'
import type { Report } from '../page-format.js'
import { resolveReference, webOnly, type ReferenceBase } from '../resolve-reference.js'
import type { SourceItem } from '../source-format.js'
import { newItem } from '../new-item.js'

/** What pages with a transcript have in common: how what was found on them becomes an episode. */

type Facts = Partial<SourceItem['document']> & Pick<SourceItem['document'], 'guid' | 'title'>

const maxLinks = 200

/** @param transcript null for a page that announces one, with its sound, and does not have it yet */
export function itemOf(facts: Facts, transcript: ReadTranscript | null): SourceItem {
  const enclosure = facts.enclosure ?? null
  const isShort = (facts.links ?? []).some(({ url }) =>
    /^https:\/\/(?:www\.)?youtube\.com\/shorts\//.test(url),
  )
  const kind = isShort ? 'short' : kindOf(enclosure, facts.durationMs ?? null)
  return newItem({ kind, ...facts }, { transcript })
}

/** An address as written on the page; a null `rel` is told by the address. */
export interface WrittenLink {
  title: string
  url: string
  rel: Link['rel'] | null
}

/**
 * Addresses of recordings and of anything else. The first that is a media file becomes the enclosure; the others of
 * them are the same sound in another form and are left out. Equal videos and pages count once.
 */
export function readAddresses(
  written: readonly WrittenLink[],
  base: ReferenceBase,
  report: Report,
): { enclosure: Enclosure | null; links: Link[] } {
  let enclosure: Enclosure | null = null
  const links = new Map<string, Link>()
  for (const { title, url, rel } of written) {
    const { url: resolved, problem } = resolveReference(url, base)
    if (problem) report(`link: ${problem.message}; left out`, problem.code ?? undefined)
    if (resolved === null) continue
    if (isMedia(new URL(resolved).pathname)) {
      enclosure ??= { url: resolved, mediaType: mediaTypeOf(undefined, resolved), sizeBytes: null }
      continue
    }
    const page = webOnly(resolved)
    if (page === null || links.has(identityOf(page))) continue
    links.set(identityOf(page), { title: title || page, url: page, rel: rel ?? relOf(page, 'resource') })
  }
  return { enclosure, links: [...links.values()].slice(0, maxLinks) }
}

/** YouTube gives one video several addresses; `si` and the like tell who shared it. */
function identityOf(address: string): string {
  const { hostname, pathname, searchParams } = new URL(address)
  if (/(?:^|\.)youtu\.be$/.test(hostname)) return `youtube:${pathname.slice(1)}`
  const video = searchParams.get('v')
  return /(?:^|\.)youtube\.com$/.test(hostname) && video !== null ? `youtube:${video}` : address
}
