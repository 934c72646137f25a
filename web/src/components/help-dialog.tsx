import { useEffect, useRef } from 'preact/hooks'

const shortcuts = [
  ['/', 'Go to the search field; there ↑ ↓ choose a suggestion, Escape closes them, then leaves the field'],
  ['j  k', 'Next, previous result; at the desk also clip'],
  ['Enter', 'Open the result and go on hearing it; on a line of a transcript: play from it'],
  ['Space', 'Play, pause; on a result: hear it where it stands'],
  ['←  →', 'Five seconds back, on; on an end of a clip: a word, with Alt a tenth of a second'],
  ['↑  ↓', 'In a transcript: line before, line after'],
  ['f', 'On a document: find in its text'],
  ['n  p', 'In a text: next, previous match'],
  ['c', 'In a text: copy what is selected, or the line, with its time'],
  ['s', 'On a document: share it at this time, or what is selected'],
  ['+  -', 'On the map of concepts: nearer, farther; the arrow keys go from one to the next'],
  ['a', 'On a hit at the desk: add it to the collection'],
  ['p', 'At the desk: play all clips, pause'],
  ['Alt ↑  Alt ↓', 'On a clip: move it up, down; Delete removes it'],
  ['[  ]', 'At the desk: the clip begins a sentence earlier, ends a sentence later; { } the other way'],
  ['Ctrl Z', 'At the desk: undo; with Shift, redo'],
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
