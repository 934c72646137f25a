/**
 * The words that YouTube's embedded player and the page around it exchange by `postMessage`, as JSON. One says
 * `listening` until the player answers; it then reports what it does, and takes commands.
 */

export const youtubeOrigin = 'https://www.youtube-nocookie.com'

/** `playerState` of a report. */
export const youtubeStates = {
  unstarted: -1,
  ended: 0,
  playing: 1,
  paused: 2,
  buffering: 3,
  cued: 5,
} as const

export interface YoutubeInfo {
  playerState?: number
  /** In seconds, as all of YouTube's times. */
  currentTime?: number
  duration?: number
  playbackRate?: number
  /** Of 100. */
  volume?: number
  muted?: boolean
  /** 0 to 1. */
  videoLoadedFraction?: number
}

export type YoutubeMessage =
  | { type: 'info'; info: YoutubeInfo }
  | { type: 'ready' }
  | { type: 'refused-autoplay' }
  | { type: 'error'; code: number }

/** What a message says, or null for one that says nothing to us; nothing of it is trusted to have the right type. */
export function readYoutubeMessage(data: unknown): YoutubeMessage | null {
  const message = typeof data === 'string' ? parse(data) : null
  if (!isRecord(message)) return null
  const { event, info } = message
  switch (event) {
    case 'onReady':
      return { type: 'ready' }
    case 'initialDelivery':
    case 'infoDelivery':
      return isRecord(info) ? { type: 'info', info: readInfo(info) } : null
    case 'onStateChange':
      return typeof info === 'number' ? { type: 'info', info: { playerState: info } } : null
    case 'onPlaybackRateChange':
      return typeof info === 'number' ? { type: 'info', info: { playbackRate: info } } : null
    case 'onAutoplayBlocked':
      return { type: 'refused-autoplay' }
    case 'onError':
      return { type: 'error', code: typeof info === 'number' ? info : 0 }
    default:
      return null
  }
}

const numbers = [
  'playerState',
  'currentTime',
  'duration',
  'playbackRate',
  'volume',
  'videoLoadedFraction',
] as const

function readInfo(record: Record<string, unknown>): YoutubeInfo {
  const info: YoutubeInfo = {}
  for (const name of numbers) {
    const value = record[name]
    if (typeof value === 'number' && Number.isFinite(value)) info[name] = value
  }
  if (typeof record['muted'] === 'boolean') info.muted = record['muted']
  return info
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Asks the player to report to us. */
export const listeningMessage = (): string => JSON.stringify({ event: 'listening', id: 1, channel: 'widget' })

export type YoutubeCommand =
  | 'addEventListener'
  | 'mute'
  | 'pauseVideo'
  | 'playVideo'
  | 'seekTo'
  | 'setPlaybackRate'
  | 'setVolume'
  | 'unMute'

export const commandMessage = (
  func: YoutubeCommand,
  ...args: readonly (number | string | boolean)[]
): string => JSON.stringify({ event: 'command', func, args, id: 1, channel: 'widget' })

/** The privacy-enhanced player for the page at `origin`, playing from a whole second (it takes no fractions). */
export function youtubePlayerUrl(videoId: string, startSeconds: number, origin: string): string {
  const params = new URLSearchParams({
    enablejsapi: '1',
    origin,
    autoplay: '1',
    playsinline: '1',
    rel: '0',
    start: String(Math.floor(startSeconds)),
  })
  return `${youtubeOrigin}/embed/${videoId}?${params}`
}
