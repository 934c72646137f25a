import type { LookupAddress } from 'node:dns'
import { expect, test } from 'vitest'
import {
  addressInHost,
  assertPublicHost,
  isPublicAddress,
  lookupPublic,
} from '../../../ingest/fetch/address-guard.js'

test.each([
  ...['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.0', '192.167.255.255', '223.255.255.255'],
  ...['2606:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8', '::ffff:808:808'],
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.255', '169.254.169.254', '172.16.0.1'],
  ...['172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.0.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...[
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::808:808',
    '::ffff:127.0.0.1',
  ],
  ...[
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
  ],
  ...['fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '4000::1', 'localhost', ''],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('an address in a host is told from a name', () => {
  expect(['127.0.0.1', '[::1]', 'localhost', '1.1.1.1.example'].map(addressInHost)).toEqual([
    '127.0.0.1',
    '::1',
    null,
    null,
  ])
})

test('a private address in a URL is refused, naming host and address', () => {
  expect(() => assertPublicHost('[::1]')).toThrow(
    expect.objectContaining({
      code: 'FETCH_ADDRESS_FORBIDDEN',
      message:
        '[::1] is at ::1, which is not on the public internet; ' +
        'set CUEPOINT_ALLOW_PRIVATE=1 to let sources be fetched from this machine and its network',
    }) as Error,
  )
  expect(() => assertPublicHost('1.1.1.1')).not.toThrow()
})

const look = (hostname: string, all: boolean) =>
  new Promise<{ error: Error | null; addresses: string | LookupAddress[] }>((resolve) => {
    lookupPublic(hostname, { all }, (error, addresses) => resolve({ error, addresses }))
  })

test.each([true, false])('a name of this machine is refused when looked up (all: %s)', async (all) => {
  const { error, addresses } = await look('localhost', all)
  expect(error).toMatchObject({ code: 'FETCH_ADDRESS_FORBIDDEN' })
  expect(addresses).toBe('')
})

test('a public address passes in either form that net asks for', async () => {
  expect(await look('1.1.1.1', true)).toEqual({ error: null, addresses: [{ address: '1.1.1.1', family: 4 }] })
  expect(await look('1.1.1.1', false)).toEqual({ error: null, addresses: '1.1.1.1' })
})
