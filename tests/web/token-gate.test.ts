import { expect, onTestFinished, test } from 'vitest'
import { ApiError } from '../../web/src/api.js'
import { onTokenRequest, withToken, type TokenRequest } from '../../web/src/token-gate.js'

/** What a dialog would be told. */
function requests() {
  const told: (TokenRequest | null)[] = []
  onTestFinished(onTokenRequest((request) => told.push(request)))
  return told
}

const refusal = () => new ApiError('TOKEN_REQUIRED', 401, 'Changes need the token.')

test('what was refused is done once the token is there; two that are refused ask once', async () => {
  const told = requests()
  let hasToken = false
  const act = (value: string) =>
    withToken(() => (hasToken ? Promise.resolve(value) : Promise.reject(refusal())))
  const done = Promise.all([act('a'), act('b')])
  await new Promise((resolve) => setTimeout(resolve))
  expect(told.map((request) => request?.message)).toEqual([undefined, 'Changes need the token.'])
  hasToken = true
  told.at(-1)?.accept()
  expect(await done).toEqual(['a', 'b'])
  expect(told.at(-1)).toBeNull()
})

test('without a token the refusal stays one, and the next time it is asked for again', async () => {
  const told = requests()
  for (const expected of [3, 5]) {
    const refused = withToken(() => Promise.reject(refusal()))
    await new Promise((resolve) => setTimeout(resolve))
    told.at(-1)?.dismiss()
    await expect(refused).rejects.toMatchObject({ code: 'TOKEN_REQUIRED' })
    expect(told).toHaveLength(expected)
  }
})

test('other failures ask for nothing', async () => {
  const told = requests()
  await expect(
    withToken(() => Promise.reject(new ApiError('FETCH_FAILED', 502, 'no'))),
  ).rejects.toMatchObject({
    code: 'FETCH_FAILED',
  })
  expect(told).toEqual([null])
})
