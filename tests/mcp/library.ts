import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { bindConcepts } from '../../src/concepts/concepts.js'
import { showDocument } from '../../src/documents/show-document.js'
import type { Document } from '../../src/domain/document.js'
import { createMcpServer } from '../../src/mcp/create-mcp-server.js'
import type { McpLibrary } from '../../src/mcp/library.js'
import type { PassageResult, SearchResult } from '../../src/search/search-result.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** A library with a real catalog, whose searches answer what a test says, and the SDK's own client over a pair in memory. */

export const emptyResult: SearchResult = {
  query: '',
  mode: 'hybrid',
  degraded: false,
  total: 0,
  next: null,
  understood: [],
  answer: null,
  didYouMean: null,
  searchedFor: null,
  byMeaning: false,
  foundWell: 0,
  facets: { kind: [], source: [], speaker: [], year: [] },
  concepts: [],
  hits: [],
}

export async function aCatalog(): Promise<Catalog> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-mcp-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource({ title: 'The Show' })])
  return catalog
}

/** A document of one passage for each text, ten seconds each. */
export async function addDocument(
  catalog: Catalog,
  fields: Partial<Document>,
  texts: readonly string[],
): Promise<string[]> {
  const document = aDocument(fields)
  const passages = texts.map((text, ordinal) => aPassage({ documentId: document.id, ordinal, text }))
  await catalog.writeDocument(aWrite({ document, passages, contentHash: `content of ${document.id}` }))
  return passages.map(({ id }) => id)
}

export const aLibrary = (catalog: Catalog, fields: Partial<McpLibrary> = {}): McpLibrary => ({
  catalog,
  concepts: bindConcepts(catalog, () => Promise.resolve()),
  showDocument: (id) => showDocument(id, catalog),
  search: () => Promise.resolve(emptyResult),
  findSimilar: () => Promise.resolve([]),
  ...fields,
})

/** What is the first passage of the document as the search gives it. */
export async function aHitOf(
  catalog: Catalog,
  documentId: string,
  fields: Partial<PassageResult> = {},
): Promise<PassageResult> {
  const [passage] = await catalog.readPassages(documentId)
  const [document] = await catalog.findSummaries([documentId])
  if (!passage || !document) throw new Error(`no document ${documentId}`)
  return {
    passageId: passage.id,
    startMs: passage.startMs,
    endMs: passage.endMs,
    jumpMs: passage.startMs,
    anchor: passage.anchor,
    text: passage.text,
    score: 1,
    document,
    speaker: null,
    chapter: null,
    before: '',
    after: '',
    highlights: [],
    best: [0, passage.text.length],
    more: [],
    concepts: [],
    ...fields,
  }
}

export interface Connected {
  client: Client
  /** What the client was not told of. */
  errors: unknown[]
}

export async function connect(
  open: McpLibrary | (() => Promise<McpLibrary>),
  base = 'http://localhost:8080',
): Promise<Connected> {
  const errors: unknown[] = []
  const server = createMcpServer({
    version: '1.2.3',
    base,
    open: typeof open === 'function' ? open : () => Promise.resolve(open),
    onError: (error) => errors.push(error),
  })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await server.connect(ours)
  await client.connect(theirs)
  onTestFinished(() => client.close())
  return { client, errors }
}

/** Of the first content, which is text. */
export function textOf({ content }: { content?: unknown }): string {
  const [first] = content as { type: string; text: string }[]
  return first?.type === 'text' ? first.text : ''
}
