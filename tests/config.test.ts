import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.js'

describe('the address under which others know the server', () => {
  const read = (CUEPOINT_PUBLIC_URL: string) => readConfig({ CUEPOINT_PUBLIC_URL }).publicUrl

  test('is an origin', () => {
    expect(read('https://Cue.example.org/')).toBe('https://cue.example.org')
    expect(read('http://192.168.1.5:8080')).toBe('http://192.168.1.5:8080')
    expect(read('')).toBeNull()
  })

  test.each([
    'cue.example.org',
    'https://example.org/cue',
    'https://a:b@example.org',
    'ftp://example.org',
    'https://',
  ])('%s is refused by name', (value) => {
    expect(() => read(value)).toThrow(/CUEPOINT_PUBLIC_URL.*without a path/)
  })
})

describe('whose pages may embed', () => {
  const read = (CUEPOINT_EMBED_ORIGINS: string) => readConfig({ CUEPOINT_EMBED_ORIGINS }).embedOrigins

  test('not said, none, all, or a list', () => {
    expect([read(''), read(' '), read('none'), read('*')]).toEqual([null, null, [], 'any'])
    expect(read('https://blog.example.org, http://localhost:3000')).toEqual([
      'https://blog.example.org',
      'http://localhost:3000',
    ])
  })

  test.each(['* https://a.example', 'https://*.example.org', "'self'", 'https://a.example/path'])(
    '%s is refused by name',
    (value) => {
      expect(() => read(value)).toThrow(/CUEPOINT_EMBED_ORIGINS/)
    },
  )
})

test('a cross-encoder is used only where one is named', () => {
  const read = (environment: Record<string, string>) => readConfig(environment).crossEncoder
  expect([read({}), read({ CUEPOINT_CROSS_ENCODER: '' })]).toEqual([null, null])
  expect(read({ CUEPOINT_CROSS_ENCODER: 'owner/reranker' })).toBe('owner/reranker')
})
