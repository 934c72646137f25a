import { useEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../hooks/use-store.js'
import { closeNotice, readNotice, subscribeToNotice } from '../notice.js'
import { Icon } from './icon.js'

/** Long enough to read it and to reach its button. */
const shownMs = 12_000

/** Always on the page, so that what appears in it is read out. It stays while a pointer or the focus is on it. */
export function NoticeLine() {
  const notice = useStore(readNotice, subscribeToNotice)
  const line = useRef<HTMLDivElement>(null)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!notice || isHeld) return
    const timer = setTimeout(closeNotice, shownMs)
    return () => clearTimeout(timer)
  }, [notice, isHeld])
  return (
    <div
      ref={line}
      class="notice-place"
      role="status"
      data-testid="notice"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {notice && (
        <div class="notice">
          <p dir="auto">{notice.text}</p>
          {notice.actions.map(({ label, href, act }) =>
            href === undefined ? (
              <button
                key={label}
                type="button"
                class="notice-action"
                onClick={() => {
                  closeNotice()
                  act?.()
                }}
              >
                {label}
              </button>
            ) : (
              <a key={label} class="notice-action" href={href} onClick={closeNotice}>
                {label}
              </a>
            ),
          )}
          <button type="button" class="notice-action" aria-label="Close this message" onClick={closeNotice}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
