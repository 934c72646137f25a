import type { ApiError } from '../api.js'

/** What went wrong, in words, with a way on. */
export function FailureNote({ title, error, retry }: { title: string; error: ApiError; retry?: () => void }) {
  return (
    <div class="note note-failure" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{error.message}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}
