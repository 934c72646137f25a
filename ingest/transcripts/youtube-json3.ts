import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import { readTimeMs } from './time-value.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readCaptionEvents, type CaptionEvent } from './youtube-events.js'

/** YouTube's json3, as `yt-dlp --sub-format json3` leaves it: milliseconds; only automatic captions time their words. */
export const youtubeJson3Format: TranscriptFormat = defineJsonFormat({
  name: 'YouTube json3',
  recognizes: (value) =>
    isRecord(value) &&
    (typeof value.wireMagic === 'string' ||
      recordsIn(value.events).some((event) =>
        recordsIn(event.segs).some(({ utf8 }) => typeof utf8 === 'string'),
      )) &&
    Array.isArray(value.events),
  read: (value, issues) => {
    const records = recordsIn(isRecord(value) ? value.events : null)
    const events: CaptionEvent[] = []
    for (const [index, record] of records.entries()) {
      const pieces = recordsIn(record.segs).flatMap(({ utf8, tOffsetMs }) =>
        typeof utf8 === 'string' ? [{ text: utf8, offsetMs: readTimeMs(tOffsetMs, 'ms') }] : [],
      )
      // Events without text set up windows.
      if (!pieces.some(({ text }) => text.trim() !== '')) continue
      const startMs = readTimeMs(record.tStartMs ?? 0, 'ms')
      if (startMs === null)
        issues.add(
          'CUE_TIMES_INVALID',
          `event ${index + 1}`,
          `tStartMs ${JSON.stringify(record.tStartMs).slice(0, 40)} is no time; it is left out`,
        )
      else events.push({ startMs, durationMs: readTimeMs(record.dDurationMs, 'ms') ?? 0, pieces })
    }
    return { cues: readCaptionEvents(events), machine: records.some(isAutomatic), language: null }
  },
})

/** Lines that are appended to a rolling window, or words with confidence or an offset. Placed captions may be human. */
const isAutomatic = ({ aAppend, segs }: JsonRecord): boolean =>
  aAppend === 1 || recordsIn(segs).some((piece) => 'acAsrConf' in piece || 'tOffsetMs' in piece)
