import type { DocumentKind } from '../src/domain/document.js'
import { sourceId } from '../src/domain/ids.js'
import type { Source } from '../src/domain/source.js'
import type { ListedItem, SourcePreview } from '../src/domain/source-preview.js'
import { AppError } from '../src/errors.js'
import { openLocation, type OpenedLocation, type OpenOptions } from './fetch/open-location.js'
import { mergeDuplicates } from './merge-duplicates.js'
import { isWebAddress } from './sources/resolve-reference.js'
import { readSource } from './sources/recognize-source.js'
import type { ReadSource, SourceItem } from './sources/source-format.js'

/** Enough to recognise a show by. */
const newestShown = 5
const issuesShown = 20

/**
 * What is at an address or path, by reading it as a pull would, without its documents' transcripts. Writes nothing to
 * the catalog; what is got of YouTube stays in its folder, for the pull to come.
 * @throws FETCH_*, SOURCE_UNREADABLE, SOURCE_UNRECOGNIZED, YTDLP_MISSING
 */
export async function lookAtSource(location: string, options: OpenOptions): Promise<SourcePreview> {
  const opened = await openLocation(location, {}, options)
  if (opened.status === 'unchanged')
    throw new AppError(
      'SOURCE_UNREADABLE',
      `${location} answered "not modified" to a first request: try again later.`,
    )
  const read = await readSource(opened.body)
  const items = mergeDuplicates(read.items).map(toListed)
  const newestFirst = items.toSorted((a, b) => compare(b.publishedAt ?? '', a.publishedAt ?? ''))
  const dated = newestFirst.filter(({ publishedAt }) => publishedAt !== null)
  const issues = [...opened.issues, ...read.issues]
  const countKind = (kind: DocumentKind) => items.filter((item) => item.kind === kind).length
  return {
    source: toSource(location, opened, read),
    documents: { episode: countKind('episode'), short: countKind('short'), post: countKind('post') },
    withTranscript: items.filter(({ kind, hasTranscript }) => kind !== 'post' && hasTranscript).length,
    oldestAt: dated.at(-1)?.publishedAt ?? null,
    newestAt: dated[0]?.publishedAt ?? null,
    newest: newestFirst.slice(0, newestShown),
    issues: issues.slice(0, issuesShown),
    issueCount: issues.length,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function toListed({ document, transcript, transcripts }: SourceItem): ListedItem {
  const { kind, title, publishedAt, durationMs } = document
  return {
    kind,
    title,
    publishedAt,
    durationMs,
    hasTranscript: transcript !== null || transcripts.length > 0,
  }
}

function toSource(location: string, { body, permanentUrl }: OpenedLocation, read: ReadSource): Source {
  return {
    id: sourceId(read.guid),
    kind: read.kind,
    // As it was given: where a temporary redirect leads, and for how long, is the publisher's business.
    location: isWebAddress(location)
      ? (permanentUrl ?? location)
      : body.isFolder
        ? body.origin
        : body.location,
    guid: read.guid,
    title: read.title,
    url: read.url,
    imageUrl: read.imageUrl,
    language: read.language,
    addedAt: new Date().toISOString(),
    pulledAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    goneAt: null,
  }
}
