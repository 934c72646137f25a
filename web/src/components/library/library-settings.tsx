import { useState } from 'preact/hooks'
import { useAction } from '../../hooks/use-action.js'
import { useStatus } from '../../hooks/use-status.js'
import { forgetQueries } from '../../library-api.js'
import { describeIndex, formatBytes } from '../../library/status-words.js'
import { ConfirmDialog } from './confirm-dialog.js'

/** What the one who runs the server wants to know, quietly at the end. */
export function LibrarySettings() {
  const status = useStatus()
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const forgetting = useAction(forgetQueries, () => {
    setAsking(false)
    setDone(true)
  })
  return (
    <section class="library-settings" aria-labelledby="settings-title">
      <h2 id="settings-title">This server</h2>
      {status && (
        <dl>
          <div>
            <dt>Index</dt>
            <dd>
              {describeIndex(status.index)} <span class="dim">{formatBytes(status.index.sizeBytes)}</span>
            </dd>
          </div>
          <div>
            <dt>Model</dt>
            <dd>{status.model}</dd>
          </div>
          <div>
            <dt>Version</dt>
            <dd>
              Cuepoint {status.version} · <a href="/docs">API</a>
            </dd>
          </div>
        </dl>
      )}
      <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
        Forget past searches
      </button>
      <p role="status">{isDone && 'Past searches are forgotten.'}</p>
      {isAsking && (
        <ConfirmDialog
          title="Forget past searches?"
          verb="Forget them"
          action={forgetting}
          onClose={() => {
            setAsking(false)
            forgetting.reset()
          }}
        >
          <p>They are no longer suggested while someone types. This cannot be taken back.</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
