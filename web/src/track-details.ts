import { readDocument } from './api.js'
import type { TrackDetails } from './player-state.js'

/** Asks the document what the player shows of it. @throws ApiError */
export async function loadTrackDetails(documentId: string, signal: AbortSignal): Promise<TrackDetails> {
  const { id, chapters, durationMs, transcriptOrigin, timing, language } = await readDocument(
    documentId,
    signal,
  )
  const hasCaptions = transcriptOrigin !== null && timing !== 'unknown'
  return {
    chapters: chapters.filter(({ title }) => title.trim() !== ''),
    durationMs,
    captionsUrl: hasCaptions ? `/api/v1/documents/${encodeURIComponent(id)}/transcript.vtt` : null,
    language,
  }
}
