import { useEffect, useRef, useState } from 'preact/hooks'
import { openSession, toApiError } from '../api.js'

/** Takes the server's token once; it is kept where pages cannot read it. */
export function TokenForm({ onAccepted }: { onAccepted: () => void }) {
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // What asked for it may be far down the page.
  useEffect(() => input.current?.focus(), [])

  const send = async () => {
    try {
      await openSession(token)
      onAccepted()
    } catch (failure) {
      setProblem(toApiError(failure).message)
    }
  }

  return (
    <form
      class="note token-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label for="token">This server takes changes only with its token</label>
      <p class="dim">It was printed when the server started, or set as CUEPOINT_TOKEN.</p>
      <div class="field-row">
        <input
          ref={input}
          id="token"
          type="password"
          required
          maxLength={500}
          autocomplete="current-password"
          value={token}
          onInput={({ currentTarget }) => setToken(currentTarget.value)}
        />
        <button class="button button-main">Use it</button>
      </div>
      <p class="words-failure" role="alert">
        {problem}
      </p>
    </form>
  )
}
