import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { Action } from '../../hooks/use-action.js'

interface ConfirmDialogProps {
  title: ComponentChildren
  /** What the button that does it says. */
  verb: string
  action: Action
  onClose: () => void
  children: ComponentChildren
}

/** Asks before something that cannot be taken back; Escape and the first button leave everything as it is. */
export function ConfirmDialog({ title, verb, action, onClose, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-testid="confirm"
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`} class="ask-text">
        {children}
      </div>
      <p class="words-failure" role="alert">
        {action.error?.message}
      </p>
      <div class="ask-buttons">
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="button button-main" disabled={action.isBusy} onClick={action.start}>
          {verb}
        </button>
      </div>
    </dialog>
  )
}
