import { youtubeVideoId } from './outside-links.js'
import type { PlayerMedia } from './player-media.js'
import type { MediaFailure } from './player-state.js'
import { isYoutubeAllowed } from './youtube-consent.js'
import { YoutubeFrame } from './youtube-frame.js'
import {
  youtubeStates,
  type YoutubeCommand,
  type YoutubeInfo,
  type YoutubeMessage,
} from './youtube-messages.js'

/**
 * A video at YouTube as an element with the interface of a media element, so that all else need not know. The official
 * embed plays it; no script of YouTube's runs in our page. Before the listener allowed it nothing is loaded: `play()`
 * then says `consentneeded`.
 */

/** Reports are up to this far apart; between them the time goes on by our own clock. */
const longestSilenceMs = 1500
/** A report that is farther from where we asked it to be was sent before it got there. */
const seekToleranceSeconds = 1.5
const seekWithinMs = 3000

/** The numbers are those of the embed. */
const failures: Record<number, MediaFailure> = {
  2: 'gone',
  5: 'unplayable',
  100: 'gone',
  101: 'forbidden',
  150: 'forbidden',
}

export class YoutubeMedia extends HTMLElement implements PlayerMedia {
  preload: HTMLMediaElement['preload'] = 'none'
  /** Why it does not play; null while nothing is wrong. */
  failure: MediaFailure | null = null
  #videoId: string | null = null
  #frame: YoutubeFrame | null = null
  #isReady = false
  #paused = true
  #ended = false
  #isMoving = false
  #seconds = 0
  #reportedAtMs = 0
  #seek: { toSeconds: number; untilMs: number } | null = null
  #duration = NaN
  #rate = 1
  #defaultRate = 1
  #volume = 1
  #muted = false
  #loaded = 0

  get src(): string {
    return this.#videoId === null ? '' : `https://www.youtube.com/watch?v=${this.#videoId}`
  }
  set src(address: string) {
    this.#videoId = youtubeVideoId(address)
    this.load()
  }

  /** Forgets the video that was shown; the next one is not contacted before it plays. */
  load(): void {
    this.#closeFrame()
    this.failure = null
    this.#paused = true
    this.#ended = false
    this.#seconds = 0
    this.#duration = NaN
    this.#loaded = 0
    this.#rate = this.#defaultRate
    this.#say('emptied')
    if (this.#videoId !== null) this.#say('loadstart')
  }

  override removeAttribute(name: string): void {
    if (name === 'src') this.#videoId = null
    super.removeAttribute(name)
  }

  play(): Promise<void> {
    if (!isYoutubeAllowed()) {
      this.#say('consentneeded')
      return Promise.reject(new DOMException('YouTube was not allowed yet', 'NotAllowedError'))
    }
    this.failure = null
    if (this.#paused) {
      this.#paused = false
      this.#say('play')
      this.#say('waiting')
    }
    if (!this.#frame) this.#openFrame()
    else this.#command('playVideo')
    return Promise.resolve()
  }

  pause(): void {
    if (this.#paused) return
    this.#stop()
    this.#command('pauseVideo')
  }

  get paused(): boolean {
    return this.#paused
  }
  get ended(): boolean {
    return this.#ended
  }
  get readyState(): number {
    if (!this.#isReady || Number.isNaN(this.#duration)) return HTMLMediaElement.HAVE_NOTHING
    return this.#isMoving || this.#paused ? HTMLMediaElement.HAVE_FUTURE_DATA : HTMLMediaElement.HAVE_METADATA
  }
  get duration(): number {
    return this.#duration
  }

  get currentTime(): number {
    if (!this.#isMoving) return this.#seconds
    const sinceMs = Math.min(performance.now() - this.#reportedAtMs, longestSilenceMs)
    const seconds = this.#seconds + (sinceMs / 1000) * this.#rate
    return Number.isNaN(this.#duration) ? seconds : Math.min(seconds, this.#duration)
  }
  set currentTime(seconds: number) {
    this.#seconds = seconds
    this.#ended = false
    this.#reportedAtMs = performance.now()
    this.#say('seeking')
    if (this.#isReady) {
      this.#seek = { toSeconds: seconds, untilMs: performance.now() + seekWithinMs }
      this.#command('seekTo', seconds, true)
    }
    this.#say('timeupdate')
    if (!this.#isReady) this.#say('seeked')
  }

  get playbackRate(): number {
    return this.#rate
  }
  set playbackRate(rate: number) {
    // YouTube has its own limits, and tells what it made of it.
    this.#seconds = this.currentTime
    this.#reportedAtMs = performance.now()
    this.#rate = rate
    this.#command('setPlaybackRate', rate)
    this.#say('ratechange')
  }
  get defaultPlaybackRate(): number {
    return this.#defaultRate
  }
  set defaultPlaybackRate(rate: number) {
    this.#defaultRate = rate
  }

  get volume(): number {
    return this.#volume
  }
  set volume(volume: number) {
    this.#volume = volume
    this.#command('setVolume', Math.round(volume * 100))
    this.#say('volumechange')
  }
  get muted(): boolean {
    return this.#muted
  }
  set muted(muted: boolean) {
    this.#muted = muted
    this.#command(muted ? 'mute' : 'unMute')
    this.#say('volumechange')
  }

  get seekable(): TimeRanges {
    return rangesTo(this.#duration)
  }
  get buffered(): TimeRanges {
    return rangesTo(this.#duration * this.#loaded)
  }

  disconnectedCallback(): void {
    // A frame that is moved on the page begins anew.
    if (!this.#paused) this.#stop()
    this.#closeFrame()
  }

  #openFrame(): void {
    if (this.#videoId === null) return
    this.#frame = new YoutubeFrame(this, {
      videoId: this.#videoId,
      startSeconds: this.#seconds,
      title: this.title || 'YouTube',
      onMessage: (message) => this.#receive(message),
      onSilence: () => this.#fail('unreachable'),
    })
  }

  #closeFrame(): void {
    this.#frame?.close()
    this.#frame = null
    this.#isReady = false
    this.#isMoving = false
    this.#seek = null
  }

  #receive(message: YoutubeMessage): void {
    if (message.type === 'error') return this.#fail(failures[message.code] ?? 'unplayable')
    if (!this.#isReady || message.type === 'ready') this.#begin()
    if (message.type === 'refused-autoplay') this.#stop()
    if (message.type === 'info') this.#follow(message.info)
  }

  /** It answers: let it be where and how it was asked to be meanwhile. */
  #begin(): void {
    this.#isReady = true
    for (const event of ['onError', 'onAutoplayBlocked', 'onStateChange', 'onPlaybackRateChange'])
      this.#command('addEventListener', event)
    this.#command('setVolume', Math.round(this.#volume * 100))
    this.#command(this.#muted ? 'mute' : 'unMute')
    if (this.#rate !== 1) this.#command('setPlaybackRate', this.#rate)
    if (this.#seconds > 0) {
      this.#seek = { toSeconds: this.#seconds, untilMs: performance.now() + seekWithinMs }
      this.#command('seekTo', this.#seconds, true)
    }
    this.#command(this.#paused ? 'pauseVideo' : 'playVideo')
  }

  #follow(info: YoutubeInfo): void {
    const { playerState, currentTime, duration, playbackRate, volume, muted, videoLoadedFraction } = info
    if (duration !== undefined && duration > 0 && duration !== this.#duration) {
      const isFirst = Number.isNaN(this.#duration)
      this.#duration = duration
      this.#say('durationchange')
      if (isFirst) this.#say('loadedmetadata')
    }
    if (playerState !== undefined) this.#followState(playerState)
    if (currentTime !== undefined) this.#followTime(currentTime)
    if (videoLoadedFraction !== undefined && videoLoadedFraction !== this.#loaded) {
      this.#loaded = videoLoadedFraction
      this.#say('progress')
    }
    if (playbackRate !== undefined && playbackRate !== this.#rate && this.#isMoving) {
      this.#rate = playbackRate
      this.#say('ratechange')
    }
    this.#followSound(volume, muted)
  }

  #followState(state: number): void {
    this.#seconds = this.currentTime
    this.#reportedAtMs = performance.now()
    this.#isMoving = state === youtubeStates.playing
    if (state === youtubeStates.playing) {
      // Also pressed in its own picture.
      if (this.#paused) this.#say('play')
      this.#paused = false
      this.#ended = false
      this.#say('playing')
    } else if (state === youtubeStates.buffering && !this.#paused) this.#say('waiting')
    else if (state === youtubeStates.paused && !this.#paused) this.#stop()
    else if (state === youtubeStates.ended && !this.#ended) {
      this.#ended = true
      this.#stop()
      this.#say('ended')
    }
  }

  #followTime(seconds: number): void {
    const now = performance.now()
    if (this.#seek) {
      const isThere = Math.abs(seconds - this.#seek.toSeconds) <= seekToleranceSeconds
      if (!isThere && now < this.#seek.untilMs) return
      this.#seek = null
      this.#say('seeked')
    }
    this.#seconds = seconds
    this.#reportedAtMs = now
    this.#say('timeupdate')
  }

  #followSound(volume: number | undefined, muted: boolean | undefined): void {
    const isLouder = volume !== undefined && Math.abs(volume / 100 - this.#volume) > 0.01
    const isMuted = muted !== undefined && muted !== this.#muted
    if (!isLouder && !isMuted) return
    if (volume !== undefined) this.#volume = volume / 100
    if (muted !== undefined) this.#muted = muted
    this.#say('volumechange')
  }

  #stop(): void {
    this.#seconds = this.currentTime
    this.#isMoving = false
    this.#paused = true
    this.#say('pause')
  }

  #fail(failure: MediaFailure): void {
    this.failure = failure
    if (!this.#paused) this.#stop()
    this.#closeFrame()
    this.#say('error')
  }

  #command(func: YoutubeCommand, ...args: (number | string | boolean)[]): void {
    if (this.#isReady) this.#frame?.command(func, ...args)
  }

  #say(event: string): void {
    this.dispatchEvent(new Event(event))
  }
}

/** From the beginning to `end`, in the form of a media element's. */
function rangesTo(end: number): TimeRanges {
  const length = end > 0 ? 1 : 0
  return { length, start: () => 0, end: () => end }
}

if (!customElements.get('youtube-media')) customElements.define('youtube-media', YoutubeMedia)
