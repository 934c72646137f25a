import { formatClock } from '../src/domain/time.js'
import { hasTranscripts, measureAds, readMarks, transcriptFolder } from './ad-marks.js'
import { keepRun, round } from './bench-run.js'

/** Precision and recall of the tagging of advertisements; `--misses` lists what was missed or tagged wrongly on the tuning half. */

if (!hasTranscripts)
  throw new Error(
    `There are no transcripts at ${transcriptFolder}: set CUEPOINT_SHARED to the folder that holds data/talk-python.`,
  )
const marks = readMarks()
const figures: Record<string, unknown> = {}
for (const split of ['tune', 'test'] as const) {
  const measured = measureAds(marks.filter((mark) => mark.split === split))
  figures[split] = Object.fromEntries(
    Object.entries<number>({ ...measured.figures }).map(([name, value]) => [name, round(value, 3)]),
  )
  if (split === 'test' || !process.argv.includes('--misses')) continue
  for (const { kind, file, startMs, endMs, why } of measured.misses)
    console.log(`${kind}\t${file}\t${formatClock(startMs)}–${formatClock(endMs)}\t${why}`)
}
console.table(figures)
await keepRun('ads', figures)
