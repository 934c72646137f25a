/** Plays [startMs, endMs) of a media element, and nothing before or after it. */

export interface ClipRange {
  startMs: number
  /** Null: to the end of the media. */
  endMs: number | null
}

export type PlaybackState = 'ready' | 'playing' | 'paused' | 'ended' | 'failed'

/** A seek before the metadata is kept by most browsers; where it is off by more than this it is repeated. */
const seekToleranceMs = 20

/** Players of one page take turns. */
let playing: ClipPlayback | null = null

function takeTurn(next: ClipPlayback): void {
  if (playing !== next) playing?.pause()
  playing = next
}

export class ClipPlayback {
  state: PlaybackState = 'ready'
  positionMs: number
  #frame = 0

  /** @param onChange told of each change of state, and of the position some times a second */
  constructor(
    readonly media: HTMLMediaElement,
    readonly range: ClipRange,
    readonly onChange: () => void,
  ) {
    this.positionMs = range.startMs
    media.addEventListener('play', () => this.#begin())
    media.addEventListener('pause', () => this.#settle(this.state === 'playing' ? 'paused' : this.state))
    media.addEventListener('ended', () => this.#settle('ended'))
    media.addEventListener('error', () => this.#settle('failed'))
    media.addEventListener('loadedmetadata', () => {
      if (Math.abs(media.currentTime * 1000 - this.positionMs) > seekToleranceMs)
        media.currentTime = this.positionMs / 1000
      onChange()
    })
    media.addEventListener('timeupdate', () => this.#advance())
  }

  /** Where the range ends, as far as it is known. @param documentMs what the publisher says */
  endMs(documentMs: number | null): number | null {
    const { endMs } = this.range
    const lengthMs = Number.isFinite(this.media.duration) ? this.media.duration * 1000 : documentMs
    if (endMs === null) return lengthMs
    return lengthMs === null ? endMs : Math.min(endMs, lengthMs)
  }

  toggle(): void {
    if (this.media.paused || this.state === 'failed') this.play()
    else this.media.pause()
  }

  /** From where it is; from the beginning when it was at the end. Call it within a press of the user's. */
  play(): void {
    if (this.state === 'ended') this.seekTo(this.range.startMs)
    if (this.state === 'failed') this.media.load()
    takeTurn(this)
    this.media.currentTime = this.positionMs / 1000
    this.media.play().catch((error: unknown) => {
      // What cannot be loaded reports by its `error` event; a browser that wants a press first gets the next one.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#settle('paused')
    })
  }

  pause(): void {
    this.media.pause()
  }

  seekTo(positionMs: number): void {
    const { startMs, endMs } = this.range
    this.positionMs = Math.max(startMs, Math.min(positionMs, endMs ?? Infinity))
    this.media.currentTime = this.positionMs / 1000
    if (this.state === 'ended') this.state = 'paused'
    this.onChange()
  }

  close(): void {
    if (playing === this) playing = null
    this.#settle('paused')
    this.media.pause()
    this.media.removeAttribute('src')
    this.media.load()
    this.media.remove()
  }

  #begin(): void {
    this.state = 'playing'
    this.onChange()
    // `timeupdate` comes four times a second: half a word too late for an end.
    const watch = () => {
      if (this.state !== 'playing') return
      this.#advance()
      this.#frame = requestAnimationFrame(watch)
    }
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(watch)
  }

  #advance(): void {
    if (this.media.readyState === HTMLMediaElement.HAVE_NOTHING || this.media.seeking) return
    const { endMs } = this.range
    const positionMs = Math.round(this.media.currentTime * 1000)
    if (endMs !== null && positionMs >= endMs && this.state === 'playing') {
      this.positionMs = endMs
      this.#settle('ended')
      this.media.pause()
    } else if (positionMs !== this.positionMs && this.state !== 'ended') {
      this.positionMs = positionMs
      this.onChange()
    }
  }

  #settle(state: PlaybackState): void {
    cancelAnimationFrame(this.#frame)
    this.state = state
    this.onChange()
  }
}
