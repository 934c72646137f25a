import { expect, test } from 'vitest'
import { serverAddress } from '../../src/commands/server-address.js'

test.each([
  [{ publicUrl: 'https://cuepoint.example.org', host: '0.0.0.0' }, 'https://cuepoint.example.org'],
  [{ publicUrl: null, host: '127.0.0.1' }, 'http://127.0.0.1:8080'],
  [{ publicUrl: null, host: '::1' }, 'http://[::1]:8080'],
  [{ publicUrl: null, host: '0.0.0.0' }, 'http://localhost:8080'],
  [{ publicUrl: null, host: '::' }, 'http://localhost:8080'],
])('the server of %j is at %s', (config, address) => {
  expect(serverAddress({ ...config, port: 8080 })).toBe(address)
})
