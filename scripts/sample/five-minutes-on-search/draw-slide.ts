import { escapeMarkup } from '../bitcoin/escape-markup.js'
import { drawFigure } from './draw-figure.js'
import { ACCENT, FAINT, INK, MUTED, PAPER } from './palette.js'
import type { Slide } from './script.js'

export const SLIDE_SIZE = { width: 540, height: 960 }

const MARGIN = 44
const FONT = `font-family="Inter, DejaVu Sans, sans-serif"`

/** Characters a line at the font's average width: headline 50 px, caption 27 px, between the margins. */
const HEADLINE_CHARS = 15
const CAPTION_CHARS = 32

interface Setting {
  caption: string
  /** The slide's place among the steps, from 1. */
  step: number
  steps: number
  show: string
}

/** One picture of a short, top to bottom: progress, kicker, headline, figure, the words being said, the show. */
export function drawSlide(slide: Slide, { caption, step, steps, show }: Setting): string {
  const { width, height } = SLIDE_SIZE
  const gap = 8
  const bar = (width - 2 * MARGIN - gap * (steps - 1)) / steps
  const bars = Array.from({ length: steps }, (_, at) => {
    const x = MARGIN + at * (bar + gap)
    return `<rect x="${x}" y="56" width="${bar}" height="5" rx="2.5" fill="${at < step ? ACCENT : FAINT}"/>`
  })
  const headline = wrap(slide.headline, HEADLINE_CHARS)
  const spoken = wrap(caption, CAPTION_CHARS)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${INK}"/>`,
    ...bars,
    `<text x="${MARGIN}" y="122" ${FONT} font-size="23" font-weight="600" fill="${ACCENT}">${escapeMarkup(slide.kicker)}</text>`,
    ...textLines(headline, { y: 184, leading: 58, size: 50, weight: 700, fill: PAPER }),
    drawFigure(slide.figure),
    ...textLines(spoken, { y: 752, leading: 38, size: 27, weight: 500, fill: PAPER }),
    `<text x="${MARGIN}" y="916" ${FONT} font-size="18" font-weight="500" fill="${MUTED}">${escapeMarkup(show)}</text>`,
    '</svg>',
  ].join('\n')
}

function textLines(
  lines: readonly string[],
  {
    y,
    leading,
    size,
    weight,
    fill,
  }: { y: number; leading: number; size: number; weight: number; fill: string },
): string[] {
  return lines.map(
    (line, at) =>
      `<text x="${MARGIN}" y="${y + at * leading}" ${FONT} font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeMarkup(line)}</text>`,
  )
}

function wrap(text: string, maxChars: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= maxChars)
      lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
