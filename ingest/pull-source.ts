import type { Catalog, KnownDocument } from '../src/catalog/catalog.js'
import { noCorrections } from '../src/domain/corrections.js'
import { documentId } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Source } from '../src/domain/source.js'
import type { Embedder } from '../src/embed/embedder.js'
import { AppError } from '../src/errors.js'
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
  signal?: AbortSignal
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
 * @throws INGEST_INTERRUPTED when the signal stopped it
 */
export async function pullSource(
  source: Source,
  progress: PullProgress,
  dependencies: PullDependencies,
): Promise<PullReport> {
  const { catalog, allowPrivate, signal } = dependencies
  // Files beside a local feed can change without it, and reading them all is cheap.
  const known = isWebAddress(source.location) ? source : {}
  const opened = await openLocation(source.location, known, { allowPrivate, ...(signal && { signal }) })
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
  await mapConcurrently(read.items, documentsAtOnce, async (item) => {
    if (signal?.aborted)
      throw new AppError(
        'INGEST_INTERRUPTED',
        `The pull of "${title}" was stopped; the next one goes on from here.`,
      )
    const changed = await pullItem(source, item, { documents, base: opened.body, progress, dependencies })
    if (changed) written += 1
    progress.onDocument(item.document.title)
  })

  const withdrawn = await withdrawDocuments(catalog, documents, read)
  if (written > 0) await catalog.collectVectors()
  // Last: only a body whose documents are all in counts as read.
  const { etag, lastModified, bodyHash, permanentUrl } = opened
  const location = permanentUrl ?? source.location
  await catalog.updateSource(source.id, { location, pulledAt, etag, lastModified, bodyHash })
  return { unchanged: false, written, withdrawn }
}

interface ItemContext {
  documents: ReadonlyMap<string, KnownDocument>
  /** Where the source was read from: what its items refer to is relative to it, and local files must lie inside. */
  base: ReferenceBase
  progress: PullProgress
  dependencies: PullDependencies
}

/** Returns whether anything was written. */
async function pullItem(
  source: Source,
  item: SourceItem,
  { documents, base, progress, dependencies }: ItemContext,
): Promise<boolean> {
  const { catalog, embedder, allowPrivate } = dependencies
  const { parts, issues } = await readItem(item, base, { allowPrivate })
  progress.onIssues(issues)
  const id = documentId(source.guid, item.document.guid)
  const { adOverrides } = (await catalog.findCorrections([id])).get(id) ?? noCorrections
  const contentHash = hashParts(parts, adOverrides)
  const before = documents.get(item.document.guid)
  if (before?.contentHash === contentHash) {
    await catalog.setDocumentStatus(id, 'present')
    return false
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
  return changed
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
