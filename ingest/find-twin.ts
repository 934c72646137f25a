import type { AddressStore, DocumentStore } from '../src/catalog/catalog.js'
import { addressesOf } from '../src/domain/addresses.js'
import type { Document } from '../src/domain/document.js'

/**
 * Whether a document that is met for the first time is in the library already, from another source: the same post in a
 * feed and as a page, the same video in a channel's feed and with its captions. One of them is kept, with the addresses
 * of both: the one with a transcript, else the one that was there.
 * @returns `kept elsewhere`: this one is not to be written
 */
export async function settleTwins(
  document: Document,
  hasTranscript: boolean,
  catalog: AddressStore & DocumentStore,
): Promise<'kept here' | 'kept elsewhere'> {
  const { own } = addressesOf(document)
  const found = await catalog.findTwins(
    document.sourceId,
    own.map(({ key }) => key),
  )
  const twins = found.filter((twin) => isSameDocument(twin, document))
  const better = twins.find((twin) => twin.hasTranscript || !hasTranscript)
  if (better) {
    await catalog.addAddresses(better.id, document.sourceId, own)
    return 'kept elsewhere'
  }
  for (const twin of twins) await catalog.removeDocument(twin.id)
  return 'kept here'
}

type Described = Pick<Document, 'kind' | 'title' | 'publishedAt'>

/** An address alone is not enough: some publishers give every episode the address of the show. */
function isSameDocument(a: Described, b: Described): boolean {
  if ((a.kind === 'post') !== (b.kind === 'post')) return false
  const day = a.publishedAt?.slice(0, 10)
  return fold(a.title) === fold(b.title) || (day !== undefined && day === b.publishedAt?.slice(0, 10))
}

const fold = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
