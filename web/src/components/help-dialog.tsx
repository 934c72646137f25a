import { useEffect, useRef } from 'preact/hooks'

const shortcuts = [
  ['/', 'Go to the search field'],
  ['j  k', 'Next, previous result'],
  ['Enter', 'Open the result and play; on a line of a transcript: play from it'],
  ['Space', 'Play, pause'],
  ['←  →', 'Five seconds back, on'],
  ['↑  ↓', 'In a transcript: line before, line after'],
  ['n  p', 'In a transcript: next, previous match'],
  ['+  -', 'On the map of concepts: nearer, farther; the arrow keys go from one to the next'],
  ['?', 'This help'],
] as const

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      <dl>
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="button">Close</button>
      </form>
    </dialog>
  )
}
