import { ACCENT, FAINT, INK, PAPER } from './palette.js'

export const COVER_SIZE = { width: 1400, height: 1400 }

/** The show's artwork: a clock face of passages, of which the found five minutes are lit. */
export function drawCover(): string {
  const font = `font-family="Inter, DejaVu Sans, sans-serif" font-weight="700"`
  const ticks = Array.from({ length: 60 }, (_, minute) => {
    const [colour, width] = minute < 5 ? [ACCENT, 22] : [FAINT, 12]
    return `<path d="M0 -330 v-92" transform="translate(890 520) rotate(${minute * 6})" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400" viewBox="0 0 1400 1400">`,
    `<rect width="1400" height="1400" fill="${INK}"/>`,
    ...ticks,
    `<text x="100" y="1080" ${font} font-size="132" fill="${PAPER}">Five Minutes</text>`,
    `<text x="100" y="1236" ${font} font-size="132" fill="${ACCENT}">on Search</text>`,
    '</svg>',
  ].join('\n')
}
