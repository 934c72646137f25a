import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandMessage, readYoutubeMessage, youtubePlayerUrl } from '../../web/src/youtube-messages.js'

const read = (message: unknown) => readYoutubeMessage(JSON.stringify(message))

test('reports of the embed are read: state, time, length, sound', () => {
  expect(
    read({
      event: 'initialDelivery',
      info: { playerState: 1, currentTime: 12.5, duration: 213.1, volume: 80, muted: false, playbackRate: 1 },
    }),
  ).toEqual({
    type: 'info',
    info: { playerState: 1, currentTime: 12.5, duration: 213.1, volume: 80, muted: false, playbackRate: 1 },
  })
  expect(read({ event: 'infoDelivery', info: { currentTime: 13 } })).toEqual({
    type: 'info',
    info: { currentTime: 13 },
  })
  expect(read({ event: 'onReady', info: null })).toEqual({ type: 'ready' })
  expect(read({ event: 'onStateChange', info: 2 })).toEqual({ type: 'info', info: { playerState: 2 } })
  expect(read({ event: 'onPlaybackRateChange', info: 1.5 })).toEqual({
    type: 'info',
    info: { playbackRate: 1.5 },
  })
  expect(read({ event: 'onError', info: 150 })).toEqual({ type: 'error', code: 150 })
  expect(read({ event: 'onAutoplayBlocked', info: null })).toEqual({ type: 'refused-autoplay' })
})

test('values of another type than promised are left out', () => {
  expect(
    read({
      event: 'infoDelivery',
      info: { currentTime: '12', duration: null, muted: 'yes', playerState: 1 },
    }),
  ).toEqual({ type: 'info', info: { playerState: 1 } })
  expect(read({ event: 'infoDelivery', info: [1] })).toBeNull()
  expect(read({ event: 'onStateChange', info: '1' })).toBeNull()
})

test('whatever else arrives says nothing, and never throws', () => {
  for (const data of [null, 1, {}, '', '{', '[]', '"onReady"', '{"event":"other"}'])
    expect(readYoutubeMessage(data)).toBeNull()
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (data) => {
      const message = readYoutubeMessage(data)
      return message === null || typeof message.type === 'string'
    }),
  )
})

test('a command is what the embed understands', () => {
  expect(JSON.parse(commandMessage('seekTo', 12.345, true))).toEqual({
    event: 'command',
    func: 'seekTo',
    args: [12.345, true],
    id: 1,
    channel: 'widget',
  })
})

test('the player is asked for at the privacy-enhanced host, for this page, from a whole second', () => {
  const url = new URL(youtubePlayerUrl('abc_DEF-123', 12.9, 'http://localhost:8080'))
  expect([url.origin, url.pathname]).toEqual(['https://www.youtube-nocookie.com', '/embed/abc_DEF-123'])
  expect(Object.fromEntries(url.searchParams)).toEqual({
    enablejsapi: '1',
    origin: 'http://localhost:8080',
    autoplay: '1',
    playsinline: '1',
    rel: '0',
    start: '12',
  })
})
