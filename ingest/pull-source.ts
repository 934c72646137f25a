import type { Catalog, KnownDocument } from '../src/catalog/catalog.js'
import { noCorrections } from '../src/domain/corrections.js'
import { documentId } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Source } from '../src/domain/source.js'
import type { Embedder } from '../src/embed/embedder.js'
import { AppError, hasCode } from '../src/errors.js'
import { buildDocument, hashParts } from './build-document.js'
import { embedPassages, keyPassages } from './embed-passages.js'
import { referenceReader, type ReferenceReader } from './fetch/kept-references.js'
import { openLocation, type OpenResult } from './fetch/open-location.js'
import { findWithdrawn } from './find-withdrawn.js'
import { mapConcurrently } from './map-concurrently.js'
import { readItem } from './read-item.js'
import { readSource } from './sources/recognize-source.js'
import { isWebAddress } from './sources/resolve-reference.js'
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
  /** Ends the pull between two documents, or two requests; the next one goes on from there. */
  signal?: AbortSignal | undefined
}

export interface PullProgress {
  onRead(documentsTotal: number): void
  onStart(title: string): void
  onDone(): void
  onEmbedded(inputs: number): void
  onIssues(issues: readonly Issue[]): void
}

export interface PullReport {
  /** `unchanged`: the source's body was the same as at the last pull. `gone`: its publisher removed it for good. */
  outcome: 'read' | 'unchanged' | 'gone'
  /** Documents that are new or changed. */
  written: number
  withdrawn: number
}

/** Documents under way at once: while one is embedded the next are read, so that the model never waits. */
const documentsAtOnce = 3

/**
 * @throws FETCH_*, SOURCE_* when the source itself cannot be read; a document that cannot be is an issue
 * @throws INGEST_INTERRUPTED by the signal, CATALOG_*
 */
export async function pullSource(
  source: Source,
  progress: PullProgress,
  dependencies: PullDependencies,
): Promise<PullReport> {
  const { catalog, allowPrivate, signal } = dependencies
  // Files beside a local feed can change without it, and reading them all is cheap.
  const known = isWebAddress(source.location) ? source : {}
  let opened: OpenResult
  try {
    opened = await openLocation(source.location, known, { allowPrivate, signal })
  } catch (error) {
    if (!hasCode(error, 'FETCH_GONE')) throw error
    return { outcome: 'gone', written: 0, withdrawn: await withdrawSource(source, catalog) }
  }
  const pulledAt = new Date().toISOString()
  const location = opened.permanentUrl ?? source.location
  if (opened.status === 'unchanged') {
    await catalog.updateSource(source.id, { pulledAt, location, goneAt: null })
    return { outcome: 'unchanged', written: 0, withdrawn: 0 }
  }
  const read = await readSource(opened.body)
  const { kind, title, url, imageUrl, language } = read
  // Before anything of it is in: a feed that has moved to where another one is would be in the library twice.
  await catalog.updateSource(source.id, { kind, title, url, imageUrl, language, location, goneAt: null })
  progress.onRead(read.items.length)
  progress.onIssues([...opened.issues, ...read.issues])

  const documents = await catalog.readKnownDocuments(source.id)
  const references = referenceReader(source.id, opened.body, catalog, { allowPrivate, signal })
  let written = 0
  let isComplete = true
  await mapConcurrently(read.items, documentsAtOnce, async (item) => {
    assertNotInterrupted(source, signal)
    progress.onStart(item.document.title)
    const outcome = await pullItem(source, item, { documents, references, progress, dependencies })
    if (outcome === 'written') written += 1
    if (outcome === 'incomplete') isComplete = false
    progress.onDone()
  })
  // All that was published is in. Documents with sound and no transcript are transcribed from here on.

  // A source that was not read whole proves nothing about what it does not list.
  const isWhole = opened.issues.length === 0 && read.issues.length === 0
  const withdrawn = isWhole ? await withdrawDocuments(catalog, documents, read) : 0
  if (written > 0) await catalog.collectVectors()
  // Last: only a body whose documents are all in counts as read.
  const { etag, lastModified, bodyHash } = opened
  await catalog.updateSource(source.id, { pulledAt, ...(isComplete ? { etag, lastModified, bodyHash } : {}) })
  return { outcome: 'read', written, withdrawn }
}

function assertNotInterrupted({ title }: Source, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new AppError(
      'INGEST_INTERRUPTED',
      `The pull of ${title} was stopped; the next one goes on from there.`,
    )
}

interface ItemContext {
  documents: ReadonlyMap<string, KnownDocument>
  references: ReferenceReader
  progress: PullProgress
  dependencies: PullDependencies
}

/** `incomplete`: what it refers to could not be fetched now; what is known of the document stays as it is. */
type ItemOutcome = 'written' | 'unchanged' | 'incomplete'

async function pullItem(
  source: Source,
  item: SourceItem,
  { documents, references, progress, dependencies: { catalog, embedder } }: ItemContext,
): Promise<ItemOutcome> {
  const { parts, issues, isComplete } = await readItem(item, references)
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
  return withdraw(catalog, findWithdrawn(documents, listed))
}

/** All of it; without validators, so that a source that comes back is read whole. */
async function withdrawSource({ id, goneAt }: Source, catalog: Catalog): Promise<number> {
  const withdrawn = await withdraw(catalog, [...(await catalog.readKnownDocuments(id)).values()])
  const none = { etag: null, lastModified: null, bodyHash: null }
  await catalog.updateSource(id, { goneAt: goneAt ?? new Date().toISOString(), ...none })
  return withdrawn
}

async function withdraw(catalog: Catalog, documents: readonly KnownDocument[]): Promise<number> {
  const gone = documents.filter(({ status }) => status === 'present')
  for (const { id } of gone) await catalog.setDocumentStatus(id, 'withdrawn')
  return gone.length
}
