import { readAddressRange, readAddressTime, writeAddressRange } from '../../src/domain/address-time.js'
import { mediaAddress, youtubeVideoId } from '../src/outside-links.js'
import { ClipPlayback } from './clip-playback.js'
import { loadDocument, type LoadedDocument } from './load-document.js'
import { make } from './make-element.js'
import css from './player.css?inline'
import { PlayerView } from './player-view.js'
import { serverBase } from './server-base.js'
import { cutWordPages, findPage, type WordPage } from './word-pages.js'

/**
 * `<cuepoint-player document="…" start="754" end="790">`: plays a document, or a stretch of it, with its words. Times are
 * seconds or clocks. Sends `cuepoint-ready`, `-play`, `-pause`, `-ended`, `-timeupdate` and `-error`, whose `detail` is
 * `{documentId, positionMs}`.
 */

const styles = new CSSStyleSheet()
styles.replaceSync(css)

export class PlayerElement extends HTMLElement {
  static readonly observedAttributes = ['document', 'start', 'end', 'server']

  readonly #view = new PlayerView({
    toggle: () => this.#toggle(),
    seekTo: (ms) => this.#playback?.seekTo(ms),
  })
  #loading: AbortController | null = null
  #loaded: LoadedDocument | null = null
  #playback: ClipPlayback | null = null
  #pages: WordPage[] = []
  #lastState = ''
  #lastSecond = -1

  constructor() {
    super()
    const shadow = this.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [styles]
    shadow.append(this.#view.root)
  }

  connectedCallback(): void {
    void this.#load()
  }

  disconnectedCallback(): void {
    this.#unload()
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return
    if (name === 'document' || name === 'server') void this.#load()
    else if (this.#loaded) this.#show(this.#loaded)
  }

  /** In seconds, as of media elements. */
  get currentTime(): number {
    return (this.#playback?.positionMs ?? this.#range.startMs) / 1000
  }

  set currentTime(seconds: number) {
    this.#playback?.seekTo(Math.round(seconds * 1000))
  }

  get paused(): boolean {
    return this.#playback?.state !== 'playing'
  }

  play(): void {
    if (this.#playback) this.#playback.play()
    else this.#toggle()
  }

  pause(): void {
    this.#playback?.pause()
  }

  get #documentId(): string {
    return this.getAttribute('document') ?? ''
  }

  get #server(): string {
    return serverBase(this.getAttribute('server'))
  }

  get #range() {
    const start = this.getAttribute('start')
    return readAddressRange(readAddressTime(start) === null ? '0' : start, this.getAttribute('end')) as {
      startMs: number
      endMs: number | null
    }
  }

  async #load(): Promise<void> {
    this.#unload()
    this.#view.clear()
    this.#linkToPlace()
    if (this.#documentId === '') return this.#view.say('No document is named here.')
    const loading = new AbortController()
    this.#loading = loading
    try {
      const loaded = await loadDocument(this.#server, this.#documentId, loading.signal)
      if (loading.signal.aborted) return
      this.#loaded = loaded
      this.#show(loaded)
      this.#tell('ready')
    } catch (error) {
      if (loading.signal.aborted) return
      this.#view.say(error instanceof Error ? error.message : String(error))
      this.#tell('error')
    }
  }

  #unload(): void {
    this.#loading?.abort()
    this.#closePlayback()
    this.#loaded = null
  }

  /** What it says while it ends is not told. */
  #closePlayback(): void {
    const ending = this.#playback
    this.#playback = null
    this.#lastState = ''
    this.#lastSecond = -1
    ending?.close()
  }

  #show({ document: shown, cues }: LoadedDocument): void {
    const { startMs, endMs } = this.#range
    this.#closePlayback()
    this.#pages = cutWordPages(cues, startMs, endMs ?? Infinity)
    this.#view.showDocument(shown)
    this.#view.say('')
    this.#linkToPlace()
    const src = mediaAddress(shown.mediaUrl)
    if (src !== null && youtubeVideoId(src) === null) this.#prepareMedia(src, this.#loaded)
    else if (youtubeVideoId(src ?? shown.url) !== null) this.#view.showStart()
    else this.#view.hideControls()
    if (this.#pages.length > 0) this.#view.showWords(findPage(this.#pages, startMs), startMs)
    else this.#view.showText(shown.description || (shown.sections[0]?.text ?? ''))
  }

  #prepareMedia(src: string, loaded: LoadedDocument | null): void {
    const { mediaType, kind } = loaded?.document ?? { mediaType: null, kind: 'episode' }
    const isVideo = mediaType === null ? kind === 'short' : mediaType.startsWith('video/')
    const media = document.createElement(isVideo ? 'video' : 'audio')
    // A page may hold many players; the press that plays is soon enough for the sound.
    media.preload = isVideo ? 'metadata' : 'none'
    media.setAttribute('playsinline', '')
    const isOwn = src.startsWith('/')
    // A server that allows this page to read says so in its answers, and only to those who ask this way.
    if (isOwn && this.#server !== location.origin) media.crossOrigin = 'anonymous'
    media.src = isOwn ? this.#server + src : src
    this.#playback = new ClipPlayback(media, this.#range, () => this.#follow())
    if (isVideo) this.#view.showStage(media)
    else this.#view.root.append(media)
    this.#follow()
  }

  #toggle(): void {
    if (this.#playback) return this.#playback.toggle()
    const shown = this.#loaded?.document
    const videoId = shown && youtubeVideoId(shown.mediaUrl ?? shown.url)
    if (!videoId) return
    const { startMs, endMs } = this.#range
    const end = endMs === null ? '' : `&end=${Math.ceil(endMs / 1000)}`
    const frame = make('iframe', {
      src: `https://www.youtube-nocookie.com/embed/${videoId}?autoplay=1&playsinline=1&start=${Math.floor(startMs / 1000)}${end}`,
      title: shown.title,
      allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
      referrerpolicy: 'strict-origin-when-cross-origin',
    })
    this.#view.showStage(frame)
    this.#view.hideControls()
    this.#tell('play')
  }

  /** Shows what the playback says of itself, and tells the page. */
  #follow(): void {
    const playback = this.#playback
    if (!playback) return
    const { state, positionMs, range } = playback
    const isPlaying = state === 'playing'
    const endMs = playback.endMs(this.#loaded?.document.durationMs ?? null)
    this.#view.showProgress({ isPlaying, positionMs, startMs: range.startMs, endMs })
    if (this.#pages.length > 0) this.#view.showWords(findPage(this.#pages, positionMs), positionMs)
    const second = Math.floor(positionMs / 1000)
    if (second !== this.#lastSecond) {
      this.#lastSecond = second
      this.#linkToPlace()
      if (isPlaying) this.#tell('timeupdate')
    }
    if (state === this.#lastState) return
    this.#lastState = state
    this.#view.say(state === 'failed' ? 'The sound cannot be reached from here. Open it in Cuepoint.' : '')
    const event = { ready: null, playing: 'play', paused: 'pause', ended: 'ended', failed: 'error' }[state]
    if (event !== null) this.#tell(event)
  }

  /** The stretch as it was given; once something else is played, that place. */
  #linkToPlace(): void {
    const { startMs, endMs } = this.#range
    const positionMs = this.#playback?.positionMs ?? startMs
    const isMoved = positionMs !== startMs && this.#playback?.state !== 'ended'
    const place = isMoved
      ? { startMs: Math.floor(positionMs / 1000) * 1000, endMs: null }
      : { startMs: startMs === 0 && endMs === null ? null : startMs, endMs }
    this.#view.linkTo(`${this.#server}/d/${encodeURIComponent(this.#documentId)}${writeAddressRange(place)}`)
  }

  #tell(event: string): void {
    const positionMs = this.#playback?.positionMs ?? this.#range.startMs
    const detail = { documentId: this.#documentId, positionMs }
    this.dispatchEvent(new CustomEvent(`cuepoint-${event}`, { detail, bubbles: true, composed: true }))
  }
}
