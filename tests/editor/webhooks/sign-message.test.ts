import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signMessage } from '../../../src/editor/webhooks/sign-message.js'
import { makeSecret, readSecret } from '../../../src/editor/webhooks/webhook-secret.js'

test('any message is verified by the library of Standard Webhooks, and by no other secret', () => {
  const secret = makeSecret()
  fc.assert(
    fc.property(fc.json(), fc.uuid(), (body, id) => {
      const headers = signMessage({ id: `msg_${id}`, atMs: Date.now(), body }, secret)
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
      expect(() => new Webhook(makeSecret()).verify(body, headers)).toThrow('No matching signature')
      expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('No matching signature')
    }),
  )
})

// The example of the specification.
test('the signature is that of the specification', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    atMs: 1_614_265_330_999,
    body: '{"test": 2432232314}',
  }
  expect(signMessage(message, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('secrets are 32 bytes that nobody guesses; given ones have 24 to 64', () => {
  expect(readSecret(makeSecret())).toHaveLength(32)
  expect(makeSecret()).not.toBe(makeSecret())
  const given = (bytes: number) => readSecret(`whsec_${randomBytes(bytes).toString('base64')}`)?.length
  expect([23, 24, 64, 65].map(given)).toEqual([undefined, 24, 64, undefined])
  for (const none of ['', 'whsec_', 'secret', 'whsec_%%%', randomBytes(32).toString('base64')])
    expect(readSecret(none)).toBeNull()
})
