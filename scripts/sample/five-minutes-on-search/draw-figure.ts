import { ACCENT, FAINT, MUTED, PAPER } from './palette.js'

/** Figures share the box x 44…496, y 320…690 of a slide. */
const ORIGIN = { x: 96, y: 650 }

/**
 * The drawing of a slide, by the name that a script gives it.
 * @throws {RangeError} if there is no figure of that name
 */
export function drawFigure(name: string): string {
  const draw = FIGURES.get(name)
  if (!draw) throw new RangeError(`no figure "${name}"; there are ${[...FIGURES.keys()].join(', ')}`)
  return draw()
}

const FIGURES: ReadonlyMap<string, () => string> = new Map([
  [
    'arrows-near',
    () => axes() + arc(22, 50, 130) + arrow(22, 340, PAPER) + arrow(50, 320, ACCENT) + label(36, 168, 'θ'),
  ],
  ['arrows-same', () => axes() + arrow(38, 390, PAPER, 14) + arrow(38, 250, ACCENT)],
  ['arrows-right', () => axes() + rightAngle() + arrow(0, 350, PAPER) + arrow(90, 290, ACCENT)],
  ['arrows-long', () => axes() + arrow(40, 430, PAPER, 14) + arrow(40, 130, ACCENT)],
  ['recipe', recipe],
  ['dots-clusters', () => cluster(150, 420, ACCENT) + cluster(380, 390, PAPER) + cluster(270, 610, MUTED)],
  [
    'dots-axes',
    () =>
      axes() +
      label(6, 360, '?') +
      label(84, 280, '?') +
      cluster(210, 450, ACCENT) +
      cluster(385, 540, PAPER),
  ],
  ['dots-path', path],
  ['dots-holes', holes],
])

function axes(): string {
  const { x, y } = ORIGIN
  return `<path d="M${x} ${y - 310} V${y} H${x + 390}" fill="none" stroke="${FAINT}" stroke-width="3"/>`
}

/** An arrow from the origin; shift moves it aside, so that two of one direction can both be seen. */
function arrow(degrees: number, length: number, colour: string, shift = 0): string {
  const { x, y } = ORIGIN
  return (
    `<g transform="translate(${x} ${y}) rotate(${-degrees}) translate(0 ${-shift})">` +
    `<path d="M0 0 H${length - 16}" stroke="${colour}" stroke-width="7" stroke-linecap="round"/>` +
    `<path d="M${length} 0 l-30 -14 v28 z" fill="${colour}"/></g>`
  )
}

function arc(fromDegrees: number, toDegrees: number, radius: number): string {
  const [from, to] = [polar(fromDegrees, radius), polar(toDegrees, radius)]
  return `<path d="M${from} A${radius} ${radius} 0 0 0 ${to}" fill="none" stroke="${MUTED}" stroke-width="4"/>`
}

function label(degrees: number, radius: number, text: string): string {
  const [x, y] = polar(degrees, radius).split(' ').map(Number)
  return `<text x="${x}" y="${(y ?? 0) + 12}" text-anchor="middle" font-family="Inter, DejaVu Sans, sans-serif" font-size="36" font-weight="600" fill="${MUTED}">${text}</text>`
}

function polar(degrees: number, radius: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(ORIGIN.x + radius * Math.cos(angle)).toFixed(1)} ${(ORIGIN.y - radius * Math.sin(angle)).toFixed(1)}`
}

function rightAngle(): string {
  const corner = [polar(0, 46), polar(45, 65), polar(90, 46)]
  return `<path d="M${corner.join(' L')}" fill="none" stroke="${MUTED}" stroke-width="4"/>`
}

/** Two columns of coordinates, multiplied pair by pair. */
function recipe(): string {
  const rows = [
    ['0.8', '0.6', '0.48'],
    ['0.1', '0.3', '0.03'],
    ['0.6', '0.7', '0.42'],
  ]
  const cell = (x: number, y: number, text: string, colour: string): string =>
    `<text x="${x}" y="${y}" text-anchor="middle" font-family="Inter, DejaVu Sans, sans-serif" font-size="38" font-weight="500" fill="${colour}">${text}</text>`
  const body = rows.map(([a = '', b = '', product = ''], at) => {
    const y = 380 + at * 76
    return (
      cell(90, y, a, PAPER) +
      cell(168, y, '×', MUTED) +
      cell(246, y, b, PAPER) +
      cell(330, y, '=', MUTED) +
      cell(430, y, product, PAPER)
    )
  })
  const sum =
    `<path d="M44 566 H496" stroke="${FAINT}" stroke-width="3"/>` +
    cell(250, 630, 'a · b', MUTED) +
    cell(430, 630, '0.93', ACCENT)
  return body.join('') + sum
}

/** Thirteen dots of a sunflower head: even, but without rows. */
function cluster(x: number, y: number, colour: string): string {
  return Array.from({ length: 13 }, (_, at) => {
    const angle = at * 2.39996
    const radius = 19 * Math.sqrt(at)
    return `<circle cx="${(x + radius * Math.cos(angle)).toFixed(1)}" cy="${(y + radius * Math.sin(angle)).toFixed(1)}" r="9" fill="${colour}"/>`
  }).join('')
}

/** Five faces on a line, from a frown to a smile. */
function path(): string {
  const faces = Array.from({ length: 5 }, (_, at) => {
    const [x, y] = [88 + at * 91, 600 - at * 48]
    const colour = at === 4 ? ACCENT : PAPER
    const bend = (at - 2) * 9
    return (
      `<circle cx="${x}" cy="${y}" r="36" fill="#14161f" stroke="${colour}" stroke-width="5"/>` +
      `<circle cx="${x - 12}" cy="${y - 8}" r="4" fill="${colour}"/><circle cx="${x + 12}" cy="${y - 8}" r="4" fill="${colour}"/>` +
      `<path d="M${x - 15} ${y + 14} q15 ${bend} 30 0" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round"/>`
    )
  })
  return `<path d="M50 620 L490 388" stroke="${FAINT}" stroke-width="4"/>` + faces.join('')
}

function holes(): string {
  const gap = `<circle cx="270" cy="500" r="62" fill="none" stroke="${ACCENT}" stroke-width="5" stroke-dasharray="4 14" stroke-linecap="round"/>`
  const question = `<text x="270" y="520" text-anchor="middle" font-family="Inter, DejaVu Sans, sans-serif" font-size="58" font-weight="700" fill="${ACCENT}">?</text>`
  return (
    cluster(125, 420, PAPER) +
    cluster(415, 420, PAPER) +
    cluster(140, 620, MUTED) +
    cluster(400, 620, MUTED) +
    gap +
    question
  )
}
