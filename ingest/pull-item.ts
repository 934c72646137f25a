import type { Catalog, KnownDocument } from '../src/catalog/catalog.js'
import { noCorrections } from '../src/domain/corrections.js'
import type { Enclosure } from '../src/domain/document.js'
import { documentId } from '../src/domain/ids.js'
import type { Issue } from '../src/domain/issue.js'
import type { Source } from '../src/domain/source.js'
import type { Embedder } from '../src/embed/embedder.js'
import { buildDocument, findCueIssues, hashParts, type ItemParts } from './build-document.js'
import { embedPassages, keyPassages } from './embed-passages.js'
import type { ReferenceReader } from './fetch/kept-references.js'
import { settleTwin } from './find-twin.js'
import { withKeptTranscription } from './kept-transcriptions.js'
import { readItem } from './read-item.js'
import type { SourceItem } from './sources/source-format.js'

/** One item of a source, with what it refers to, into the catalog. */

export interface ItemContext {
  source: Source
  catalog: Catalog
  embedder: Embedder
  /** A recogniser comes after what was published: a transcript that its publisher does not give is no issue. */
  isTranscribing: boolean
  /** The documents of the source that are in the catalog, by guid. */
  documents: ReadonlyMap<string, KnownDocument>
  references: ReferenceReader
  onEmbedded(inputs: number): void
  onIssues(issues: readonly Issue[]): void
}

/**
 * - `incomplete`: what it refers to could not be fetched now; what is known of the document stays as it is
 * - `elsewhere`: another source has the same document
 */
export interface ItemOutcome {
  status: 'written' | 'unchanged' | 'incomplete' | 'elsewhere'
  /** What could be transcribed, or was: there is a recording, and its publisher gives no transcript. */
  untranscribed: Enclosure | null
}

export async function pullItem(item: SourceItem, context: ItemContext): Promise<ItemOutcome> {
  const { source, catalog, documents, references, isTranscribing, onIssues } = context
  const { parts: published, issues, isComplete } = await readItem(item, references)
  const parts = await withKeptTranscription(published, source.id, catalog)
  const isMissing = parts === published && !isTranscribing
  const { title } = item.document
  onIssues(findCueIssues(parts).map((issue) => ({ ...issue, where: `${title}: ${issue.where}` })))
  onIssues(isMissing ? issues : issues.filter(({ code }) => code !== 'TRANSCRIPT_MISSING'))
  const before = documents.get(item.document.guid)
  const { kind, enclosure } = item.document
  const untranscribed = kind !== 'post' && isComplete && published.cues.length === 0 ? enclosure : null
  const status = before && !isComplete ? 'incomplete' : await writeItem(parts, before, context)
  return { status: isComplete || status === 'elsewhere' ? status : 'incomplete', untranscribed }
}

async function writeItem(
  parts: ItemParts,
  before: KnownDocument | undefined,
  { source, catalog, embedder, onEmbedded }: ItemContext,
): Promise<'written' | 'unchanged' | 'elsewhere'> {
  const id = documentId(source.guid, parts.item.guid)
  const { adOverrides } = (await catalog.findCorrections([id])).get(id) ?? noCorrections
  const contentHash = hashParts(parts, adOverrides)
  if (before?.contentHash === contentHash) {
    if (before.status !== 'present') await catalog.setDocumentStatus(id, 'present')
    return 'unchanged'
  }
  const built = buildDocument(source, parts, adOverrides)
  const { document } = built
  const textLength = built.passages.reduce((sum, { text }) => sum + text.length, 0)
  const twin = before ? null : await settleTwin(document, textLength, catalog)
  if (twin?.keptId) return 'elsewhere'
  const passages = keyPassages(built.passages, document.title)
  const vectors = await embedPassages(passages, document.title, { catalog, embedder, onEmbedded })
  const replaces = twin?.replacedId ? [twin.replacedId] : []
  const write = { document, cues: parts.cues, passages, vectors, contentHash, replaces }
  const { changed } = await catalog.writeDocument(write)
  return changed ? 'written' : 'unchanged'
}
