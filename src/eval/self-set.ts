import type { Catalog } from '../catalog/catalog.js'
import { noCorrections } from '../domain/corrections.js'
import type { Cue } from '../domain/cue.js'
import type { Document } from '../domain/document.js'
import type { Source } from '../domain/source.js'
import { measureOverlap } from './content-words.js'
import { keepSpeechAlone, type EvalEpisode } from './eval-episode.js'
import type { EvalQuery, EvalSet } from './eval-query.js'
import { isSpecific, keepUniqueTitles } from './specific-titles.js'

/**
 * A set that a library makes for itself: titles that its publishers gave to places (chapters, soundbites, headings of
 * posts) are queries, the places their answers. The episodes come without these titles, to be cut anew.
 */
export interface SelfSet {
  set: EvalSet
  episodes: EvalEpisode[]
}

/** Documents asked for at a time. */
const pageSize = 100

/** Cost: reads the whole catalog. */
export async function readSelfSet(catalog: Catalog): Promise<SelfSet> {
  const sources = new Map((await catalog.listSources()).map((source) => [source.id, source]))
  const queries: EvalQuery[] = []
  const episodes: EvalEpisode[] = []
  let seq = 0
  for (;;) {
    const changes = await catalog.changesSince(seq, pageSize)
    const last = changes.at(-1)
    if (!last) break
    seq = last.seq
    for (const { documentId } of changes) {
      const document = await catalog.findDocument(documentId)
      const source = document && sources.get(document.sourceId)
      if (!document || !source || document.status !== 'present') continue
      const cues = await catalog.readCues(documentId)
      const episode = await toEpisode(document, cues, source, catalog)
      if (!episode) continue
      episodes.push(episode)
      const titled = titleQueries(document, cues, source)
      queries.push(...titled.filter(({ text }) => isSpecific(text, document.language)))
    }
  }
  return { set: { name: 'self', queries: keepUniqueTitles(queries) }, episodes }
}

/** Null when nothing would be left of it. */
async function toEpisode(
  document: Document,
  cues: readonly Cue[],
  source: Source,
  catalog: Catalog,
): Promise<EvalEpisode | null> {
  const { id, kind, transcriptOrigin } = document
  const { adOverrides } = (await catalog.findCorrections([id])).get(id) ?? noCorrections
  const speech = keepSpeechAlone({ item: document, cues, transcriptOrigin, chapters: [] })
  const sections = document.sections.map((section) => ({ ...section, heading: '' }))
  const parts = kind === 'post' ? { ...speech, item: { ...speech.item, sections } } : speech
  const isEmpty = kind === 'post' ? sections.length === 0 : cues.length === 0
  return isEmpty ? null : { source, parts, adOverrides, names: [id] }
}

function titleQueries(document: Document, cues: readonly Cue[], source: Source): EvalQuery[] {
  const { id: documentId, language } = document
  const place = (
    kind: string,
    index: number,
    text: string,
    where: Pick<EvalQuery, 'startMs' | 'endMs' | 'anchor'>,
    said: string,
  ): EvalQuery => ({
    id: `${documentId}:${kind}:${index}`,
    text,
    show: source.title,
    episode: documentId,
    ...where,
    sentenceStartsMs: [],
    kind,
    scope: 'corpus',
    overlap: measureOverlap(text, said, language),
  })
  if (document.kind === 'post')
    return document.sections.flatMap(({ anchor, heading, text }, index) =>
      text.trim() === ''
        ? []
        : [place('heading', index, heading, { startMs: null, endMs: null, anchor }, text)],
    )
  if (!cues.some(({ startMs }) => startMs !== null)) return []
  const timed = (kind: string, index: number, title: string, startMs: number, endMs: number) => {
    const said = textBetween(cues, startMs, endMs)
    return said === '' ? [] : [place(kind, index, title, { startMs, endMs, anchor: null }, said)]
  }
  const { chapters, soundbites } = document
  const lastMs = cues.reduce((latest, { endMs }) => Math.max(latest, endMs ?? 0), 0)
  return [
    ...chapters.flatMap(({ title, startMs, endMs }, index) =>
      timed('chapter', index, title, startMs, endMs ?? chapters[index + 1]?.startMs ?? lastMs),
    ),
    ...soundbites.flatMap(({ title, startMs, endMs }, index) =>
      timed('soundbite', index, title, startMs, endMs),
    ),
  ]
}

const textBetween = (cues: readonly Cue[], fromMs: number, toMs: number): string =>
  cues
    .filter(({ startMs, endMs }) => startMs !== null && startMs < toMs && (endMs ?? startMs) > fromMs)
    .map(({ text }) => text)
    .join(' ')
