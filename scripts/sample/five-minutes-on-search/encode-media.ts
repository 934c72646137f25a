import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawSlide, SLIDE_SIZE } from './draw-slide.js'
import { runTool } from './run-tool.js'
import type { Script, Show } from './script.js'
import type { TimedSpeech } from './timed-speech.js'
import { formatWav } from './wav.js'

/** Without these, files made on two days or by two builds of ffmpeg would differ for no reason. */
const PLAIN = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact']

/** Slides hardly move: ten frames a second show a new caption within 100 ms of its first word. */
const FRAMES_PER_SECOND = 10
const SECONDS_PER_KEYFRAME = 4

export async function encodeEpisode(
  speech: TimedSpeech,
  script: Script,
  show: Show,
  scratch: string,
  path: string,
) {
  const wav = join(scratch, 'speech.wav')
  await writeFile(wav, formatWav(speech))
  const tags = { title: script.title, artist: show.author, album: show.title, track: String(script.number) }
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-i', wav, ...PLAIN],
    ...['-ac', '1', '-ar', '24000', '-c:a', 'libmp3lame', '-b:a', '32k'],
    ...Object.entries(tags).flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
    path,
  ])
}

/** A vertical video: one picture a cue, the chapter's slide with the spoken words below it. */
export async function encodeShort(
  speech: TimedSpeech,
  script: Script,
  show: Show,
  scratch: string,
  path: string,
) {
  const wav = join(scratch, 'speech.wav')
  await writeFile(wav, formatWav(speech))
  const list = join(scratch, 'slides.txt')
  await writeFile(list, await drawSlides(speech, show, scratch))
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', list, '-i', wav, ...PLAIN],
    ...['-vf', `fps=${FRAMES_PER_SECOND},format=yuv420p`, '-c:v', 'libx264', '-flags:v', '+bitexact'],
    ...[
      '-preset',
      'slow',
      '-tune',
      'stillimage',
      '-crf',
      '24',
      '-g',
      String(FRAMES_PER_SECOND * SECONDS_PER_KEYFRAME),
    ],
    ...['-ac', '1', '-ar', '24000', '-c:a', 'aac', '-b:a', '40k', '-t', String(speech.durationMs / 1000)],
    ...[
      '-metadata',
      `title=${script.title}`,
      '-metadata',
      `artist=${show.author}`,
      '-movflags',
      '+faststart',
    ],
    path,
  ])
}

/** Draws every picture into scratch and gives ffmpeg's concat list of them. */
async function drawSlides(
  { chapters, durationMs }: TimedSpeech,
  show: Show,
  scratch: string,
): Promise<string> {
  const pictures = chapters.flatMap(({ slide, cues }, chapterAt) =>
    cues.map((cue) => ({ slide, cue, chapterAt, startMs: cue.startMs })),
  )
  const entries: string[] = []
  for (const [index, { slide, cue, chapterAt }] of pictures.entries()) {
    if (!slide) continue
    const picture = join(scratch, `slide-${index}.png`)
    const drawing = drawSlide(slide, {
      caption: cue.text,
      step: chapterAt + 1,
      steps: chapters.length,
      show: show.title,
    })
    await rasterize(drawing, scratch, picture, SLIDE_SIZE)
    const startMs = index === 0 ? 0 : cue.startMs
    const endMs = pictures[index + 1]?.startMs ?? durationMs
    entries.push(`file '${picture}'\nduration ${(endMs - startMs) / 1000}`)
  }
  // The concat demuxer ends a list early unless its last picture is named once more.
  return [...entries, entries.at(-1)?.split('\n')[0]].join('\n') + '\n'
}

interface Size {
  width: number
  height: number
}

/** SVG text to a PNG file of the given size. */
export async function rasterize(
  svg: string,
  scratch: string,
  path: string,
  { width, height }: Size,
): Promise<void> {
  const source = join(scratch, 'drawing.svg')
  await writeFile(source, svg)
  await runTool('ffmpeg', [
    ...['-v', 'error', '-y', '-width', String(width), '-height', String(height), '-i', source],
    ...['-frames:v', '1', '-pix_fmt', 'rgb24', ...PLAIN, path],
  ])
}
