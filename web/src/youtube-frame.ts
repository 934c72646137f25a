import {
  commandMessage,
  listeningMessage,
  readYoutubeMessage,
  youtubeOrigin,
  youtubePlayerUrl,
  type YoutubeCommand,
  type YoutubeMessage,
} from './youtube-messages.js'

/** The official embed in a frame: greets it until it answers, hears only it, and passes commands on. */

const listenEveryMs = 250
/** A page that did not answer by now is not YouTube's player. */
const answerWithinMs = 12_000

interface YoutubeFrameOptions {
  videoId: string
  startSeconds: number
  title: string
  onMessage: (message: YoutubeMessage) => void
  onSilence: () => void
}

export class YoutubeFrame {
  readonly #element = document.createElement('iframe')
  readonly #onMessage: (message: YoutubeMessage) => void
  readonly #patience: ReturnType<typeof setTimeout>
  #greeting: ReturnType<typeof setInterval> | undefined

  /** Loads it at once, as a child of `parent`. */
  constructor(
    parent: HTMLElement,
    { videoId, startSeconds, title, onMessage, onSilence }: YoutubeFrameOptions,
  ) {
    this.#onMessage = onMessage
    const frame = this.#element
    frame.src = youtubePlayerUrl(videoId, startSeconds, location.origin)
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    frame.allowFullscreen = true
    frame.title = title
    // Without it YouTube refuses to play.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.addEventListener('load', this.#greet)
    addEventListener('message', this.#receive)
    this.#patience = setTimeout(onSilence, answerWithinMs)
    parent.append(frame)
  }

  command(func: YoutubeCommand, ...args: readonly (number | string | boolean)[]): void {
    this.#post(commandMessage(func, ...args))
  }

  close(): void {
    clearInterval(this.#greeting)
    clearTimeout(this.#patience)
    removeEventListener('message', this.#receive)
    this.#element.remove()
  }

  readonly #greet = (): void => {
    clearInterval(this.#greeting)
    this.#greeting = setInterval(() => this.#post(listeningMessage()), listenEveryMs)
    this.#post(listeningMessage())
  }

  readonly #receive = ({ origin, source, data }: MessageEvent): void => {
    if (origin !== youtubeOrigin || source !== this.#element.contentWindow) return
    const message = readYoutubeMessage(data)
    if (!message) return
    clearInterval(this.#greeting)
    clearTimeout(this.#patience)
    this.#onMessage(message)
  }

  #post(message: string): void {
    this.#element.contentWindow?.postMessage(message, youtubeOrigin)
  }
}
