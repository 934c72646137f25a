import { askForCollection } from '../clip-request.js'
import { listSentences } from '../collections-api.js'
import { snapToSentences } from '../desk/trim-words.js'
import { listPassages } from '../document-api.js'

/** Taking a part of a document that is being read to the desk. */

/** What was selected, as whole sentences. Without an answer of the server it is taken as it is. */
export async function addRange(documentId: string, range: { startMs: number; endMs: number }): Promise<void> {
  const sentences = await listSentences(documentId, range).catch(() => [])
  askForCollection({ documentId, ...snapToSentences(sentences, range) })
}

/** What is said at a moment: the passage that holds it. */
export async function addMoment(
  documentId: string,
  atMs: number,
  say: (text: string) => void,
): Promise<void> {
  const passages = await readPassages(documentId)
  const passage = passages.findLast(({ startMs }) => startMs !== null && startMs <= atMs) ?? passages[0]
  if (passage?.startMs == null || passage.endMs === null) return say('There is nothing here to add.')
  askForCollection({ documentId, startMs: passage.startMs, endMs: passage.endMs })
}

/**
 * The passage of a post that is selected, of those of its section.
 * @param share how far down its section, from 0 to 1: passages do not tell their text, but follow each other
 */
export async function addWritten(
  documentId: string,
  { anchor, share }: { anchor: string | null; share: number },
  say: (text: string) => void,
): Promise<void> {
  const passages = await readPassages(documentId)
  const inSection = passages.filter((passage) => passage.anchor === anchor)
  const passage =
    inSection[Math.min(inSection.length - 1, Math.floor(share * inSection.length))] ?? passages[0]
  if (!passage) return say('There is nothing here to add.')
  askForCollection({ documentId, passageId: passage.passageId })
}

const readPassages = async (documentId: string) => {
  const { passages } = await listPassages(documentId, new AbortController().signal).catch(() => ({
    passages: [],
  }))
  return passages
}
