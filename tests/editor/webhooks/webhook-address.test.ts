import { expect, test } from 'vitest'
import { readWebhookAddress, shownAddress } from '../../../src/editor/webhooks/webhook-address.js'

test.each([
  'ftp://example.org/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'example.org/hook',
  '',
  `https://example.org/${'x'.repeat(2000)}`,
])('%s is no address', (url) => {
  expect(() => readWebhookAddress(url, { allowPrivate: true })).toThrow(
    expect.objectContaining({ code: 'WEBHOOK_INVALID' }) as Error,
  )
})

test.each([
  'http://localhost:9000/',
  'http://hook.localhost/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://10.1.2.3/',
  'http://169.254.169.254/latest/meta-data',
  'http://192.168.1.1/',
])('%s is refused unless private addresses are allowed', (url) => {
  expect(() => readWebhookAddress(url, { allowPrivate: false })).toThrow(
    expect.objectContaining({ code: 'WEBHOOK_INVALID' }) as Error,
  )
  expect(readWebhookAddress(url, { allowPrivate: true })).toBeInstanceOf(URL)
})

test.each([
  ['https://ann:pw@example.org/hook', 'https://example.org/hook'],
  ['https://example.org:8443/a?code=secret', 'https://example.org:8443/a?…'],
  [
    'https://hooks.example.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
    'https://hooks.example.com/services/T00000000/B00000000/…',
  ],
])('%s is shown as %s', (url, shown) => {
  expect(shownAddress(url)).toBe(shown)
})
