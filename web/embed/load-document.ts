import type { Document, Transcript } from '../../client/index.js'
import type { TimedCue } from './word-pages.js'

export interface LoadedDocument {
  document: Document
  /** Those that have times. */
  cues: TimedCue[]
}

/** @throws {Error} with words for a reader; an aborted one rejects with its AbortError */
export async function loadDocument(server: string, id: string, signal: AbortSignal): Promise<LoadedDocument> {
  const address = `${server}/api/v1/documents/${encodeURIComponent(id)}`
  const [document, { cues }] = await Promise.all([
    read<Document>(address, signal),
    read<Transcript>(`${address}/transcript.json`, signal),
  ])
  return {
    document,
    cues: cues.filter((cue): cue is typeof cue & TimedCue => cue.startMs !== null && cue.endMs !== null),
  }
}

async function read<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(address, { signal, credentials: 'omit' })
  } catch (error) {
    if (signal.aborted) throw error
    // Browsers do not tell a server that is down from one that does not allow this page.
    throw new Error('The library cannot be reached from this page.', { cause: error })
  }
  if (response.status === 404) throw new Error('This is not in the library any more.')
  if (!response.ok) throw new Error(`The library answered ${response.status}.`)
  return (await response.json()) as Answer
}
