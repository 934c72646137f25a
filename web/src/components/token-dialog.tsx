import { useEffect, useRef, useState } from 'preact/hooks'
import { openSession, toApiError } from '../api.js'
import { onTokenRequest, type TokenRequest } from '../token-gate.js'

/** Takes the server's token when something was refused for want of it; it is kept where pages cannot read it. */
export function TokenDialog() {
  const [request, setRequest] = useState<TokenRequest | null>(null)
  useEffect(() => onTokenRequest(setRequest), [])
  return request && <TokenForm request={request} />
}

function TokenForm({ request }: { request: TokenRequest }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState('')
  useEffect(() => dialog.current?.showModal(), [])

  const send = async () => {
    setProblem('')
    try {
      await openSession(token)
      request.accept()
    } catch (failure) {
      setProblem(toApiError(failure).message)
    }
  }

  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="token-title"
      aria-describedby="token-why"
      data-testid="token"
      onClose={request.dismiss}
    >
      <form
        class="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <h2 id="token-title">This server asks for its token</h2>
        <div id="token-why" class="ask-text">
          <p>
            Who started the server has it: it was printed then, or set as CUEPOINT_TOKEN. This browser keeps
            it.
          </p>
          <p class="dim small">{request.message}</p>
        </div>
        <label for="token">Token</label>
        <input
          id="token"
          type="password"
          required
          autofocus
          maxLength={500}
          autocomplete="current-password"
          aria-describedby="token-problem"
          value={token}
          onInput={({ currentTarget }) => setToken(currentTarget.value)}
        />
        <p id="token-problem" class="words-failure" role="alert">
          {problem}
        </p>
        <div class="ask-buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button class="button button-main">Use it</button>
        </div>
      </form>
    </dialog>
  )
}
