import type { AddressStore, Twin } from '../src/catalog/catalog.js'
import { addressesOf, addressKey } from '../src/domain/addresses.js'
import type { Document } from '../src/domain/document.js'

/**
 * Whether a document that is met for the first time is in the library already, from another source: the same post in a
 * feed and as a page, the same video in a channel's feed and with its captions. One of them is kept, with the addresses
 * of both: the one with much more text, else the one that was there.
 */

/** A teaser, or notes without the transcript, have less of the whole than this. */
const minTextShare = 0.7

/**
 * @param textLength of the passages of the document together
 * @returns the twin that is kept instead of it, or the one that it replaces; both null when it has none
 */
export async function settleTwin(
  document: Document,
  textLength: number,
  catalog: AddressStore,
): Promise<{ keptId: string | null; replacedId: string | null }> {
  const { own } = addressesOf(document)
  const keys = own.map(({ key }) => key)
  const twins = await catalog.findTwins(document.sourceId, keys)
  const twin = twins.find((candidate) => isSameDocument(candidate, document))
  if (!twin) return { keptId: null, replacedId: null }
  if (twin.textLength < textLength * minTextShare) return { keptId: null, replacedId: twin.id }
  await catalog.addAddresses(twin.id, document.sourceId, own)
  return { keptId: twin.id, replacedId: null }
}

/**
 * An address of a page is not enough, since some publishers give every episode that of the show: the title has to be
 * the same. The address of a recording is.
 */
function isSameDocument(twin: Twin, { kind, title, enclosure }: Document): boolean {
  if ((twin.kind === 'post') !== (kind === 'post')) return false
  const recording = enclosure === null ? null : addressKey(enclosure.url)
  const isSameRecording = twin.keys.some((key) => key === recording || key.startsWith('youtube:'))
  return isSameRecording || fold(twin.title) === fold(title)
}

const fold = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
