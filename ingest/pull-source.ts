import type { Catalog, KnownDocument } from '../src/catalog/catalog.js'
import { noCorrections } from '../src/domain/corrections.js'
import { documentId } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Source } from '../src/domain/source.js'
import type { Embedder } from '../src/embed/embedder.js'
import { buildDocument, hashParts } from './build-document.js'
import { embedPassages, keyPassages } from './embed-passages.js'
import { openLocation } from './fetch/open-location.js'
import { findWithdrawn } from './find-withdrawn.js'
import { mapConcurrently } from './map-concurrently.js'
import { readItem } from './read-item.js'
import { recognizeSource } from './sources/recognize-source.js'
import { isWebAddress, type ReferenceBase } from './sources/resolve-reference.js'
import type { ReadSource, SourceItem } from './sources/source-format.js'

/**
 * The use case: one source, as it is now, into the catalog. Idempotent: what is unchanged is neither embedded nor
 * written. Each document is one transaction, so a pull that is cut off anywhere is finished by the next one.
 */

export interface PullDependencies {
  catalog: Catalog
  embedder: Embedder
  /** Let it fetch private and loopback addresses. */
  allowPrivate: boolean
}

export interface PullProgress {
  onRead(documentsTotal: number): void
  onDocument(title: string): void
  onEmbedded(inputs: number): void
  onIssues(issues: readonly Issue[]): void
}

export interface PullReport {
  /** The source's body was the same as at the last pull. */
  unchanged: boolean
  written: number
  withdrawn: number
}

/** Documents under way at once: while one is embedded the next are read, so that the model never waits. */
const documentsAtOnce = 3

/**
 * @throws FETCH_*, SOURCE_* when the source itself cannot be read; a document that cannot be is an issue
 */
export async function pullSource(
  source: Source,
  progress: PullProgress,
  dependencies: PullDependencies,
): Promise<PullReport> {
  const { catalog, allowPrivate } = dependencies
  // Files beside a local feed can change without it, and reading them all is cheap.
  const known = isWebAddress(source.location) ? source : {}
  const opened = await openLocation(source.location, known, { allowPrivate })
  const pulledAt = new Date().toISOString()
  if (opened.status === 'unchanged') {
    await catalog.updateSource(source.id, { pulledAt })
    return { unchanged: true, written: 0, withdrawn: 0 }
  }
  const read = recognizeSource(opened.body).read(opened.body)
  progress.onRead(read.items.length)
  progress.onIssues([...opened.issues, ...read.issues])
  const { title, url, imageUrl, language } = read
  await catalog.updateSource(source.id, { title, url, imageUrl, language })

  const documents = await catalog.readKnownDocuments(source.id)
  let written = 0
  let isComplete = true
  await mapConcurrently(read.items, documentsAtOnce, async (item) => {
    const outcome = await pullItem(source, item, { documents, base: opened.body, progress, dependencies })
    if (outcome === 'written') written += 1
    if (outcome === 'incomplete') isComplete = false
    progress.onDocument(item.document.title)
  })

  // A source that was not read whole proves nothing about what it does not list.
  const isWhole = opened.issues.length === 0 && read.issues.length === 0
  const withdrawn = isWhole ? await withdrawDocuments(catalog, documents, read) : 0
  if (written > 0) await catalog.collectVectors()
  // Last: only a body whose documents are all in counts as read.
  const { etag, lastModified, bodyHash, permanentUrl } = opened
  const location = permanentUrl ?? source.location
  const validators = isComplete ? { etag, lastModified, bodyHash } : {}
  await catalog.updateSource(source.id, { location, pulledAt, ...validators })
  return { unchanged: false, written, withdrawn }
}

interface ItemContext {
  documents: ReadonlyMap<string, KnownDocument>
  /** Where the source was read from: what its items refer to is relative to it, and local files must lie inside. */
  base: ReferenceBase
  progress: PullProgress
  dependencies: PullDependencies
}

/** `incomplete`: what it refers to could not be fetched now; what is known of the document stays as it is. */
type ItemOutcome = 'written' | 'unchanged' | 'incomplete'

async function pullItem(
  source: Source,
  item: SourceItem,
  { documents, base, progress, dependencies }: ItemContext,
): Promise<ItemOutcome> {
  const { catalog, embedder, allowPrivate } = dependencies
  const { parts, issues, isComplete } = await readItem(item, base, { allowPrivate })
  progress.onIssues(issues)
  const id = documentId(source.guid, item.document.guid)
  const { adOverrides } = (await catalog.findCorrections([id])).get(id) ?? noCorrections
  const contentHash = hashParts(parts, adOverrides)
  const before = documents.get(item.document.guid)
  if (before && !isComplete) return 'incomplete'
  if (before?.contentHash === contentHash) {
    if (before.status !== 'present') await catalog.setDocumentStatus(id, 'present')
    return 'unchanged'
  }
  const built = buildDocument(source, parts, adOverrides)
  progress.onIssues(
    built.issues.map((issue) => ({ ...issue, where: `${item.document.title}: ${issue.where}` })),
  )
  const passages = keyPassages(built.passages, built.document.title)
  const vectors = await embedPassages(passages, built.document.title, {
    catalog,
    embedder,
    onEmbedded: (inputs) => progress.onEmbedded(inputs),
  })
  const { changed } = await catalog.writeDocument({
    document: built.document,
    cues: parts.cues,
    passages,
    vectors,
    contentHash,
  })
  if (!isComplete) return 'incomplete'
  return changed ? 'written' : 'unchanged'
}

async function withdrawDocuments(
  catalog: Catalog,
  documents: ReadonlyMap<string, KnownDocument>,
  read: ReadSource,
): Promise<number> {
  const listed = new Map(read.items.map(({ document }) => [document.guid, document.publishedAt]))
  const gone = findWithdrawn(documents, listed).filter(({ status }) => status === 'present')
  for (const { id } of gone) await catalog.setDocumentStatus(id, 'withdrawn')
  return gone.length
}
