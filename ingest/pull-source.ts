import type { Catalog, KnownDocument } from '../src/catalog/catalog.js'
import type { Enclosure } from '../src/domain/document.js'
import type { Issue } from '../src/domain/issue.js'
import type { JobReport } from '../src/domain/job.js'
import type { Source } from '../src/domain/source.js'
import type { Embedder } from '../src/embed/embedder.js'
import { AppError, hasCode } from '../src/errors.js'
import { referenceReader } from './fetch/kept-references.js'
import { findWithdrawn } from './find-withdrawn.js'
import { mapConcurrently } from './map-concurrently.js'
import { mergeDuplicates } from './merge-duplicates.js'
import { keepBody, moveTo, openSource, type OpenedSource } from './open-source.js'
import { pullItem, type ItemContext } from './pull-item.js'
import { referencesOf } from './read-item.js'
import { addShowNotes } from './show-notes.js'
import type { ReadSource, SourceItem } from './sources/source-format.js'
import { transcribeMissing } from './transcribe-missing.js'
import type { Transcriber } from './transcribe/transcriber.js'

/**
 * The use case: one source, as it is now, into the catalog. Idempotent: what is unchanged is neither embedded nor
 * written. Each document is one transaction, so a pull that is cut off anywhere is finished by the next one.
 */

export interface PullDependencies {
  catalog: Catalog
  embedder: Embedder
  /** For recordings without a transcript; null when none is configured. */
  transcriber: Transcriber | null
  /** The library's folder: there is room for what is fetched on the way. */
  dataFolder: string
  /** Let it fetch private and loopback addresses. */
  allowPrivate: boolean
  /** Ends the pull between two documents, or two requests; the next one goes on from there. */
  signal?: AbortSignal | undefined
}

export interface PullProgress {
  onRead(documentsTotal: number): void
  /** What is being done now: the title of a document, with a stage where it takes long. */
  onStart(step: string): void
  onDone(): void
  onEmbedded(inputs: number): void
  onIssues(issues: readonly Issue[]): void
}

export interface PullReport {
  /** `unchanged`: nothing that was asked for has changed. `gone`: its publisher removed it for good. */
  outcome: 'read' | 'unchanged' | 'gone'
  documents: JobReport
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
  const { catalog, transcriber, ...options } = dependencies
  let opened: Awaited<ReturnType<typeof openSource>>
  try {
    opened = await openSource(source, catalog, { ...options, mayHaveMissing: transcriber !== null })
  } catch (error) {
    if (!hasCode(error, 'FETCH_GONE')) throw error
    const withdrawn = await withdrawSource(source, catalog)
    return { outcome: 'gone', documents: { ...nothingDone, withdrawn } }
  }
  const pulledAt = new Date().toISOString()
  const { location } = opened
  if (opened.status === 'unchanged') {
    await catalog.updateSource(source.id, { pulledAt, ...moveTo(location, source), goneAt: null })
    const unchanged = [...(await catalog.readKnownDocuments(source.id)).values()].filter(isPresent).length
    return { outcome: 'unchanged', documents: { ...nothingDone, unchanged } }
  }
  const { kind, title, url, imageUrl, language } = opened.read
  // Before anything of it is in: a feed that has moved to where another one is would be in the library twice.
  const described = { kind, title, url, imageUrl, language, goneAt: null }
  await catalog.updateSource(source.id, { ...described, ...moveTo(location, source) })
  const items = addShowNotes(mergeDuplicates(opened.read.items))
  progress.onRead(items.length)
  progress.onIssues(opened.issues)

  const pulled = await pullItems(items, source, opened, { progress, dependencies })
  const withdrawn = opened.isWhole
    ? await withdrawDocuments(catalog, pulled.documents, items, opened.read)
    : 0
  const { added, changed, elsewhere } = pulled
  if (added + changed > 0) await catalog.collectVectors()
  // Last: only a body whose documents are all in counts as read.
  const isKept = opened.isSame && location === source.location
  if (pulled.isComplete && !isKept) await keepBody(source, opened, catalog)
  await catalog.updateSource(source.id, { pulledAt, ...(pulled.isComplete ? opened.validators : {}) })
  const unchanged = items.length - added - changed - elsewhere
  const isUnchanged = opened.isSame && added + changed + withdrawn === 0
  return {
    outcome: isUnchanged ? 'unchanged' : 'read',
    documents: { added, changed, unchanged, withdrawn, elsewhere },
  }
}

const nothingDone: JobReport = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, elsewhere: 0 }
const isPresent = ({ status }: KnownDocument): boolean => status === 'present'

/** All that was published first, then what a recogniser can add. */
async function pullItems(
  items: readonly SourceItem[],
  source: Source,
  { body }: OpenedSource,
  { progress, dependencies }: { progress: PullProgress; dependencies: PullDependencies },
) {
  const { catalog, embedder, transcriber, dataFolder, allowPrivate, signal } = dependencies
  const documents = await catalog.readKnownDocuments(source.id)
  const urls = items.flatMap(referencesOf)
  const context: ItemContext = {
    source,
    catalog,
    embedder,
    isTranscribing: transcriber !== null,
    documents,
    references: await referenceReader(source.id, body, catalog, { allowPrivate, signal }, urls),
    onEmbedded: (inputs) => progress.onEmbedded(inputs),
    onIssues: (issues) => progress.onIssues(issues),
  }
  const missing: { item: SourceItem; enclosure: Enclosure }[] = []
  const written = new Set<string>()
  let elsewhere = 0
  let isComplete = true
  await mapConcurrently(items, documentsAtOnce, async (item) => {
    assertNotInterrupted(source, signal)
    progress.onStart(item.document.title)
    const { status, untranscribed } = await pullItem(item, context)
    // What a new one refers to could not be fetched; the rest of it is in.
    const isNew = status === 'incomplete' && !documents.has(item.document.guid)
    if (status === 'written' || isNew) written.add(item.document.guid)
    if (status === 'elsewhere') elsewhere += 1
    else if (untranscribed) missing.push({ item, enclosure: untranscribed })
    if (status === 'incomplete') isComplete = false
    progress.onDone()
  })
  if (transcriber) {
    const onStart = (title: string) => progress.onStart(`Transcribing ${title}`)
    const place = { transcriber, catalog, dataFolder, allowPrivate, signal, onStart }
    for (const guid of await transcribeMissing(missing, context, place)) written.add(guid)
  }
  const changed = [...written].filter((guid) => documents.has(guid)).length
  return { documents, added: written.size - changed, changed, elsewhere, isComplete }
}

function assertNotInterrupted({ title }: Source, signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new AppError(
      'INGEST_INTERRUPTED',
      `The pull of ${title} was stopped; the next one goes on from there.`,
    )
}

async function withdrawDocuments(
  catalog: Catalog,
  documents: ReadonlyMap<string, KnownDocument>,
  items: readonly SourceItem[],
  { listsAll }: ReadSource,
): Promise<number> {
  const listed = new Map(items.map(({ document }) => [document.guid, document.publishedAt]))
  return withdraw(catalog, findWithdrawn(documents, listed, { listsAll }))
}

/** All of it; without validators, so that a source that comes back is read whole. */
async function withdrawSource({ id, goneAt }: Source, catalog: Catalog): Promise<number> {
  const withdrawn = await withdraw(catalog, [...(await catalog.readKnownDocuments(id)).values()])
  const none = { etag: null, lastModified: null, bodyHash: null }
  await catalog.updateSource(id, { goneAt: goneAt ?? new Date().toISOString(), ...none })
  return withdrawn
}

async function withdraw(catalog: Catalog, documents: readonly KnownDocument[]): Promise<number> {
  const gone = documents.filter(isPresent)
  for (const { id } of gone) await catalog.setDocumentStatus(id, 'withdrawn')
  return gone.length
}
