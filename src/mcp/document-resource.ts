import { ResourceNotFoundError, ResourceTemplate, type McpServer } from '@modelcontextprotocol/server'
import type { StoredPassage } from '../catalog/catalog.js'
import type { Corrections } from '../domain/corrections.js'
import { AppError } from '../errors.js'
import { describeCard, presentCard, type DocumentCard } from './document-card.js'
import { describePassage, lengthOf, loadDocumentPassages, presentPassage } from './document-passages.js'
import { documentLink, type LinkBase } from './place.js'
import { cleanLine, quotationNotice } from './quote.js'
import { describeError, type ToolHost } from './tool.js'

/** Documents as resources: what a user attaches to a conversation by hand. */

/** Of the newest documents: a picker, not a catalog. */
const listed = 50
/** About 40,000 tokens of words, three hours of speech; what is longer is read in pages by read_transcript. */
const maxCharacters = 160_000

const uriOf = (id: string): string => `cuepoint://documents/${id}`

export function registerDocumentResource(server: McpServer, host: ToolHost): void {
  const template = new ResourceTemplate(uriOf('{id}'), {
    list: async () => {
      const { catalog } = await withName(host, () => host.open())
      const { documents } = await catalog.listDocuments({}, { limit: listed, cursor: null })
      return {
        resources: documents.map((document) => ({
          uri: uriOf(document.id),
          name: cleanLine(document.title),
          description: describeCard(presentCard(document)),
          mimeType: 'text/markdown',
        })),
      }
    },
  })
  const about = {
    title: 'Document',
    description: 'The words of an episode, short or post with times, speakers and links',
    mimeType: 'text/markdown',
  }
  server.registerResource('document', template, about, async (uri, { id }) => {
    const text = await withName(host, () => writeDocument(String(id), uri.href, host))
    return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] }
  })
}

async function writeDocument(id: string, uri: string, { open, base }: ToolHost): Promise<string> {
  const { catalog } = await open()
  const [summary] = await catalog.findSummaries([id])
  if (!summary) throw new ResourceNotFoundError(uri)
  const { passages, corrections } = await loadDocumentPassages(id, catalog)
  return writePassages(presentCard(summary), passages, { corrections, base })
}

function writePassages(
  document: DocumentCard,
  passages: readonly StoredPassage[],
  { corrections, base }: { corrections: Corrections; base: LinkBase },
): string {
  const blocks = [`${describeCard(document)}\n${documentLink(base, document.id)}\n${quotationNotice}`]
  let characters = 0
  for (const [position, passage] of passages.entries()) {
    characters += lengthOf(passage)
    if (characters > maxCharacters) {
      blocks.push(`The rest: read_transcript with documentId ${document.id} and cursor ${position}`)
      break
    }
    blocks.push(describePassage(presentPassage(passage, corrections, base)))
  }
  return blocks.join('\n\n')
}

/** Errors of resources are errors of the protocol: ours keep their code and message, others hide theirs. */
async function withName<Value>(host: ToolHost, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ResourceNotFoundError) throw error
    if (!(error instanceof AppError)) host.onError(error)
    throw new Error(describeError(error), { cause: error })
  }
}
