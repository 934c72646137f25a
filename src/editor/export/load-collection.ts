import type { Catalog } from '../../catalog/catalog.js'
import type { Cue } from '../../domain/cue.js'
import { writeAddressRange } from '../../domain/address-time.js'
import { findWordsHeardIn, textOf } from '../../domain/spoken-words.js'
import type { TimeRange } from '../../domain/time.js'
import { readTranscript } from '../../documents/read-transcript.js'
import { findCollection, missingClip } from '../collections/edit-collection.js'
import { showClips, type ShownClip } from '../collections/show-collection.js'
import type { ExportClip, ExportCollection, ExportCue } from './export-format.js'
import { fileNameOf } from './media-name.js'

export interface LoadOptions {
  /** One of its clips alone. */
  clipId?: string | undefined
  /** Where links lead: an origin without a slash at the end; null makes them relative. */
  base: string | null
  /** Whether the paths of local recordings may be told; else the address under which this server sends them stands. */
  tellPaths: boolean
}

/**
 * A collection with all that an export is made from. Cost: reads the transcript of each of its recordings.
 * @throws COLLECTION_NOT_FOUND, CLIP_NOT_FOUND
 */
export async function loadCollection(
  id: string,
  { clipId, ...places }: LoadOptions,
  catalog: Catalog,
): Promise<ExportCollection> {
  const collection = await findCollection(id, catalog)
  const wanted = collection.clips.filter((clip) => clipId === undefined || clip.id === clipId)
  if (clipId !== undefined && wanted.length === 0) missingClip(collection, clipId)
  const shown = await showClips(wanted, catalog)
  const spokenOf = new Map<string, Spoken>()
  const clips: ExportClip[] = []
  for (const clip of shown) {
    const { documentId, orphaned, startMs } = clip
    if (orphaned || startMs === null) clips.push(describeClip(clip, nothingSpoken, places))
    else {
      const spoken = spokenOf.get(documentId) ?? (await readSpoken(documentId, catalog))
      spokenOf.set(documentId, spoken)
      clips.push(describeClip(clip, spoken, places))
    }
  }
  const { title, note, updatedAt } = collection
  return { title, note, updatedAt, clips }
}

/** What a recording adds to its clips. */
interface Spoken {
  guid: string | null
  cues: readonly Cue[]
}

const nothingSpoken: Spoken = { guid: null, cues: [] }

async function readSpoken(documentId: string, catalog: Catalog): Promise<Spoken> {
  const { document, cues } = await readTranscript(documentId, catalog)
  return { guid: document.guid, cues }
}

function describeClip(
  clip: ShownClip,
  { guid, cues }: Spoken,
  places: Pick<LoadOptions, 'base' | 'tellPaths'>,
): ExportClip {
  const { id, title, note, tags, text, speaker, startMs, endMs, anchor, document } = clip
  const { kind, sourceTitle, publishedAt, url, durationMs, language } = document
  const fragment = anchor === null ? '' : `#${encodeURIComponent(anchor)}`
  const path = `/d/${encodeURIComponent(document.id)}${writeAddressRange({ startMs, endMs })}${fragment}`
  return {
    id,
    title,
    note,
    tags,
    text,
    speaker,
    startMs,
    endMs,
    link: (places.base ?? '') + path,
    document: {
      id: document.id,
      guid,
      kind,
      title: document.title,
      sourceTitle,
      publishedAt,
      url,
      mediaUrl: tellMedia(document, places),
      mediaName: document.enclosure && fileNameOf(document.enclosure.url),
      mediaType: document.enclosure?.mediaType ?? null,
      durationMs,
      language,
    },
    cues: startMs === null || endMs === null ? [] : cutCues(cues, { startMs, endMs }, clip),
  }
}

function tellMedia(
  { id, enclosure }: Pick<ShownClip['document'], 'id' | 'enclosure'>,
  { base, tellPaths }: Pick<LoadOptions, 'base' | 'tellPaths'>,
): string | null {
  if (!enclosure) return null
  if (tellPaths || !enclosure.url.startsWith('file:')) return enclosure.url
  return base === null ? null : `${base}/api/v1/documents/${encodeURIComponent(id)}/media`
}

/**
 * What of the cues is heard in a range, cut at words. The clip's own words are one cue where the transcript has none
 * there any more.
 */
export function cutCues(
  cues: readonly Cue[],
  range: TimeRange,
  { text, speaker }: Pick<ExportClip, 'text' | 'speaker'>,
): ExportCue[] {
  const cut = cues.flatMap((cue): ExportCue[] => {
    const { startMs, endMs } = cue
    if (startMs === null || endMs === null || startMs >= range.endMs || endMs <= range.startMs) return []
    if (range.startMs <= startMs && endMs <= range.endMs) return [{ ...pick(cue), startMs, endMs }]
    const words = findWordsHeardIn([cue], range)
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) return []
    return [
      {
        ...pick(cue),
        startMs: Math.max(first.startMs, range.startMs),
        endMs: Math.min(last.endMs, range.endMs),
        text: textOf(words),
      },
    ]
  })
  return cut.length > 0 || text === '' ? cut : [{ ...range, speaker, text }]
}

const pick = ({ speaker, text }: Cue): Pick<ExportCue, 'speaker' | 'text'> => ({ speaker, text })
