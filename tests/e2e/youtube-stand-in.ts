import type { Page } from 'playwright-core'

/**
 * A page at the address of YouTube's embed that speaks its protocol: silent until greeted, then it reports what it does
 * and takes commands. It keeps the commands in `globalThis.commands`.
 */

interface StandInOptions {
  durationSeconds?: number
  /** The number of an `onError` that it answers every greeting with. */
  error?: number
}

const embeds = 'https://www.youtube-nocookie.com/embed/**'

/** Answers the addresses of all embeds that were asked for, in order. */
export async function standInForYoutube(
  page: Page,
  { durationSeconds = 120, error }: StandInOptions = {},
): Promise<string[]> {
  const asked: string[] = []
  await page.route(embeds, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: pageOf(durationSeconds, error ?? null) })
  })
  return asked
}

const pageOf = (
  durationSeconds: number,
  error: number | null,
): string => `<!doctype html><title>Stand-in</title>
<style>body { margin: 0; background: #234 }</style>
<script>
  const duration = ${durationSeconds}, error = ${error}
  globalThis.commands = []
  let state = -1, seconds = Number(new URLSearchParams(location.search).get('start')), rate = 1, last = performance.now()
  let isGreeted = false
  const say = (event, info) => parent.postMessage(JSON.stringify({ event, info, id: 1, channel: 'widget' }), '*')
  const enter = (next) => {
    state = next
    say('onStateChange', state)
    say('infoDelivery', { playerState: state, currentTime: seconds })
  }
  const advance = () => {
    const now = performance.now()
    if (state === 1) seconds += ((now - last) / 1000) * rate
    last = now
  }
  setInterval(() => {
    advance()
    if (state === 1 && seconds >= duration) { seconds = duration; enter(0) }
    else if (state === 1 && isGreeted) say('infoDelivery', { currentTime: seconds })
  }, 200)
  const take = {
    playVideo() { last = performance.now(); if (state === 0) seconds = 0; enter(1) },
    pauseVideo() { advance(); enter(2) },
    seekTo(to) { seconds = to; last = performance.now(); say('infoDelivery', { currentTime: seconds }) },
    setPlaybackRate(to) { rate = Math.min(2, to); say('infoDelivery', { playbackRate: rate }); say('onPlaybackRateChange', rate) },
    setVolume(to) { say('infoDelivery', { volume: to }) },
  }
  addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    if (message.event === 'listening' && !isGreeted) {
      isGreeted = true
      if (error !== null) return say('onError', error)
      say('initialDelivery', { playerState: state, currentTime: seconds, duration, volume: 100, muted: false, playbackRate: 1 })
      say('onReady', null)
    }
    if (message.event === 'command') {
      commands.push([message.func, ...message.args])
      take[message.func]?.(...message.args)
    }
  })
</script>`
