import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { countWords } from '../../ingest/count-words.js'
import { newItem } from '../../ingest/sources/new-item.js'
import { parseDate } from '../../ingest/sources/parse-date.js'
import { mediaTypeOf } from '../../ingest/sources/recordings/media-type.js'
import { spokenText } from '../../ingest/transcripts/spoken-markdown.js'
import type { Cue } from '../domain/cue.js'
import { secondsToMs } from '../domain/time.js'
import { AppError } from '../errors.js'
import { keepSpeechAlone, type EvalEpisode } from './eval-episode.js'

/** Episodes whose times are those of their sections, as `derived/episodes.jsonl` beside the recaps of Optech has them. */

const SectionedEpisode = Type.Object({
  episode: Type.String({ minLength: 1 }),
  title: Type.String(),
  date: Type.String({ description: 'ISO date' }),
  audio: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  sections: Type.Array(
    Type.Object({
      text: Type.String({ description: 'Markdown; paragraphs of a new speaker begin with **Name**:' }),
      start_s: Type.Optional(
        Type.Union([Type.Number({ minimum: 0, description: 'Seconds' }), Type.Null()], {
          description: 'Missing where the section could not be found in the recording',
        }),
      ),
    }),
  ),
})
type SectionedEpisode = Static<typeof SectionedEpisode>

/** Where the file lies in a corpus folder. */
export const sectionedEpisodesPath = join('derived', 'episodes.jsonl')

/** An unhurried speaker, for the last section, which nothing ends. */
const wordsPerMinute = 150

/** Those that have any text, in their order. @throws EVAL_INPUT_INVALID naming the line */
export async function readSectionedEpisodes(
  folder: string,
  source: EvalEpisode['source'],
): Promise<EvalEpisode[]> {
  const path = join(folder, sectionedEpisodesPath)
  const lines = (await readFile(path, 'utf8')).split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const episode = parseEpisode(line, `${path}:${index + 1}`)
    const cues = toCues(episode)
    return cues.length === 0 ? [] : [toEvalEpisode(episode, cues, source)]
  })
}

function parseEpisode(line: string, where: string): SectionedEpisode {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new AppError('EVAL_INPUT_INVALID', `${where} is no JSON.`, { cause })
  }
  if (Value.Check(SectionedEpisode, value)) return value
  throw new AppError('EVAL_INPUT_INVALID', `${where} is no episode with sections (see docs/eval.md).`)
}

/**
 * The turns of a section share its range, [its start, the next one's), in the order of the recording. A section without
 * a start was said within the one before it. Titles of sections are read by nobody here: they are the queries.
 */
export function toCues({ sections }: Pick<SectionedEpisode, 'sections'>): Cue[] {
  const timed: { startMs: number; turns: Turn[] }[] = []
  let speaker: string | null = null
  for (const { text, start_s: start } of sections) {
    const turns = readTurns(text, speaker)
    speaker = turns.at(-1)?.speaker ?? speaker
    const last = timed.at(-1)
    if (last && (start === undefined || start === null)) last.turns.push(...turns)
    else timed.push({ startMs: secondsToMs(start ?? 0), turns })
  }
  timed.sort((a, b) => a.startMs - b.startMs)
  return timed.flatMap(({ startMs, turns }, index) => {
    const words = turns.reduce((sum, { text }) => sum + countWords(text), 0)
    const nextMs = timed.slice(index + 1).find((next) => next.startMs > startMs)?.startMs
    const endMs = nextMs ?? startMs + Math.max(1, Math.round((words * 60_000) / wordsPerMinute))
    return turns.map((turn) => ({ startMs, endMs, ...turn }))
  })
}

type Turn = Pick<Cue, 'speaker' | 'text'>

/** Paragraphs, each with who speaks it; `_titles_` between them are not spoken. */
function readTurns(markdown: string, speakerBefore: string | null): Turn[] {
  let speaker = speakerBefore
  return markdown.split(/\n[^\S\n]*\n/).flatMap((raw) => {
    const paragraph = raw.replace(/\s+/g, ' ').trim()
    const named = /^\*\*([^*:]{1,60}):?\*\*:? ?/.exec(paragraph)
    if (named) speaker = named[1]?.trim() ?? speaker
    const isUnspoken = /^_[^_]+_$|^#{1,6} |^\{%/.test(paragraph)
    const text = isUnspoken ? '' : spokenText(paragraph.slice(named?.[0].length ?? 0))
    return text === '' ? [] : [{ speaker, text }]
  })
}

function toEvalEpisode(
  { episode, title, date, audio }: SectionedEpisode,
  cues: readonly Cue[],
  source: EvalEpisode['source'],
): EvalEpisode {
  const enclosure = audio ? { url: audio, mediaType: mediaTypeOf(undefined, audio), sizeBytes: null } : null
  const { document } = newItem({
    guid: episode,
    kind: 'episode',
    title,
    language: 'en',
    publishedAt: parseDate(date),
    enclosure,
  })
  const parts = { item: document, cues, transcriptOrigin: 'published' as const, chapters: [] }
  return { source, parts: keepSpeechAlone(parts), adOverrides: [], names: [episode] }
}
