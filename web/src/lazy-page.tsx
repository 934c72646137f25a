import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'

/** A page whose code is fetched when it is first opened; the page before it stays until then. */
export const lazyPage = (load: () => Promise<ComponentType>): ComponentType =>
  // Not fetched is not remembered by anyone else: the reader is told, and reloading tries again.
  lazy(() => load().catch(() => UnreachablePage))

function UnreachablePage() {
  return (
    <div class="page">
      <h1>This page could not be fetched</h1>
      <p class="note">The server does not answer, or Cuepoint was updated since this page was opened.</p>
      <p>
        <button type="button" class="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </div>
  )
}
