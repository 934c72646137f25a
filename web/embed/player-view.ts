import type { Document } from '../../client/index.js'
import { formatClock } from '../../src/domain/time.js'
import { formatDate } from '../src/words.js'
import { make, makeIcon, setIcon } from './make-element.js'
import { findCue, type TimedCue, type WordPage } from './word-pages.js'

/** What the player shows, in its shadow tree. Texts are set as text; nothing here knows of media or of servers. */

export interface PlayerActions {
  toggle(): void
  seekTo(positionMs: number): void
}

export interface ShownProgress {
  isPlaying: boolean
  positionMs: number
  startMs: number
  endMs: number | null
}

const keyStepMs = 5000

export class PlayerView {
  readonly root = make('article', { class: 'player' })
  readonly #title = make('h2', { dir: 'auto' })
  readonly #about = make('p', { class: 'about', dir: 'auto' })
  readonly #stage = make('div', { class: 'stage' })
  readonly #button = make('button', { type: 'button', class: 'play' }, makeIcon('play'))
  readonly #range = make('input', { type: 'range', step: '100', 'aria-label': 'Position' })
  readonly #now = make('span', { class: 'time' })
  readonly #end = make('span', { class: 'time' })
  readonly #controls = make('div', { class: 'controls' }, this.#button, this.#now, this.#range, this.#end)
  readonly #words = make('div', { class: 'words', role: 'group', 'aria-label': 'Words', tabindex: '0' })
  readonly #note = make('p', { class: 'note', role: 'status' })
  readonly #link = make('a', { target: '_blank', rel: 'noopener' }, 'Open in Cuepoint', makeIcon('outside'))
  #page: WordPage | null = null
  #cue: TimedCue | null = null

  constructor(actions: PlayerActions) {
    this.root.append(
      this.#title,
      this.#about,
      this.#stage,
      this.#controls,
      this.#note,
      this.#words,
      make('p', { class: 'open' }, this.#link),
    )
    this.#button.addEventListener('click', () => actions.toggle())
    this.#range.addEventListener('input', () => actions.seekTo(Number(this.#range.value)))
    this.#range.addEventListener('keydown', (event) => {
      // A step of the range is a tenth of a second, for the pointer.
      const step = { ArrowLeft: -keyStepMs, ArrowRight: keyStepMs }[event.key]
      if (step === undefined) return
      event.preventDefault()
      actions.seekTo(Number(this.#range.value) + step)
    })
    this.clear()
  }

  /** Nothing is known yet; the room is kept. */
  clear(): void {
    this.#title.textContent = 'Cuepoint'
    this.#about.textContent = ''
    this.#stage.replaceChildren()
    this.#stage.hidden = true
    this.#controls.hidden = true
    this.#words.replaceChildren()
    this.#page = null
    this.#cue = null
    this.say('')
  }

  showDocument({ title, sourceTitle, publishedAt }: Document): void {
    this.#title.textContent = title
    this.#about.textContent = [sourceTitle, formatDate(publishedAt)].filter(Boolean).join(' · ')
    this.root.setAttribute('aria-label', title)
  }

  /** A picture, or the player of another site. */
  showStage(element: HTMLElement): void {
    this.#stage.replaceChildren(element)
    this.#stage.hidden = false
  }

  hideControls(): void {
    this.#controls.hidden = true
  }

  /** Before anything was played nobody knows how long it is. */
  showStart(): void {
    this.#controls.hidden = false
    this.#range.hidden = true
    this.#button.setAttribute('aria-label', 'Play')
  }

  showProgress({ isPlaying, positionMs, startMs, endMs }: ShownProgress): void {
    this.#controls.hidden = false
    this.#button.setAttribute('aria-label', isPlaying ? 'Pause' : 'Play')
    setIcon(this.#button, isPlaying ? 'pause' : 'play')
    this.#now.textContent = formatClock(positionMs)
    this.#end.textContent = endMs === null ? '' : formatClock(endMs)
    this.#range.hidden = endMs === null
    if (endMs === null) return
    this.#range.min = String(startMs)
    this.#range.max = String(endMs)
    this.#range.value = String(positionMs)
    this.#range.setAttribute('aria-valuetext', `${formatClock(positionMs)} of ${formatClock(endMs)}`)
  }

  showWords(page: WordPage | null, positionMs: number): void {
    const cue = page && findCue(page, positionMs)
    if (page === this.#page && cue === this.#cue) return
    if (page !== this.#page) this.#fillWords(page)
    this.#page = page
    this.#cue = cue
    const index = page && cue ? page.cues.indexOf(cue) : -1
    for (const [at, span] of this.#words.querySelectorAll('span').entries())
      span.toggleAttribute('data-now', at === index)
    const now = this.#words.querySelector<HTMLElement>('[data-now]')
    // Of its own box alone: the page around the player stays where it is.
    if (now) this.#words.scrollTop = Math.max(0, now.offsetTop - this.#words.clientHeight / 2)
  }

  showText(text: string): void {
    this.#words.replaceChildren(make('p', { dir: 'auto' }, text))
  }

  say(note: string): void {
    this.#note.textContent = note
    this.#note.hidden = note === ''
  }

  linkTo(address: string): void {
    this.#link.href = address
  }

  #fillWords(page: WordPage | null): void {
    if (!page) return this.#words.replaceChildren()
    const text = make('p', { dir: 'auto' })
    for (const { text: words } of page.cues) text.append(make('span', {}, words), ' ')
    const speaker = page.speaker === null ? [] : [make('p', { class: 'speaker', dir: 'auto' }, page.speaker)]
    this.#words.replaceChildren(...speaker, text)
  }
}
