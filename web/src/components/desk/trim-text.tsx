import { useEffect, useRef } from 'preact/hooks'
import { formatMoment } from '../../desk/moment-text.js'
import { sayPlace, wordsInside, type Edge, type TrimWord } from '../../desk/trim-words.js'
import type { Trim } from '../../hooks/desk/use-trim.js'

/** So much of what is said before the clip is seen at first. */
const aboveClipPx = 72

interface TrimTextProps {
  words: readonly TrimWord[]
  trim: Trim
  /** @param isEnd it was pressed with Shift held */
  onWord: (word: TrimWord, isEnd: boolean) => void
}

/** The words with the clip's marked; its ends are handles to drag, or to move by keys. */
export function TrimText({ words, trim, onWord }: TrimTextProps) {
  const box = useRef<HTMLParagraphElement>(null)
  const { from, to } = wordsInside(words, trim.range)
  useEffect(() => {
    // The clip, not what is said before it, is what one wants to see.
    const handle = box.current?.querySelector<HTMLElement>('[data-edge=start]')
    if (box.current && handle) box.current.scrollTop = handle.offsetTop - aboveClipPx
  }, [words.length === 0])
  // The handles stay where they are on the page, with the focus that one of them may have: words change sides.
  const show = (first: number, end: number, isInside: boolean) =>
    words.slice(first, end).map((word, offset) => (
      <span
        key={first + offset}
        class="trim-word"
        data-word={first + offset}
        data-in={isInside}
        data-begins={words[first + offset - 1]?.sentence !== word.sentence}
      >
        {word.text}
      </span>
    ))
  return (
    <p
      ref={box}
      class="trim-words"
      dir="auto"
      data-testid="trim-words"
      onClick={({ target, shiftKey }) => {
        const word = words[wordIndexAt(target)]
        if (word) onWord(word, shiftKey)
      }}
    >
      <span>{show(0, from, false)}</span>
      <Handle edge="start" words={words} trim={trim} />
      <span>{show(from, to, true)}</span>
      <Handle edge="end" words={words} trim={trim} />
      <span>{show(to, words.length, false)}</span>
    </p>
  )
}

interface HandleProps {
  edge: Edge
  words: readonly TrimWord[]
  trim: Trim
}

const nudgeMs = 100

/** Arrow keys move it by words, with Alt by a tenth of a second, up and down by sentences. */
function Handle({ edge, words, trim }: HandleProps) {
  const { startMs, endMs } = trim.range
  const ms = edge === 'start' ? startMs : endMs
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    const by = keySteps[event.key]
    if (by === undefined) return
    // With Alt it would else be the browser's way back.
    event.preventDefault()
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') trim.step(edge, by, 'sentence')
    else if (event.altKey) trim.nudge(edge, by * nudgeMs)
    else trim.step(edge, by, 'word')
  }
  return (
    <span
      class="trim-handle"
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={edge === 'start' ? 'Start of the clip' : 'End of the clip'}
      aria-valuemin={Math.min(ms, words[0]?.startMs ?? 0)}
      aria-valuemax={Math.max(ms, words.at(-1)?.endMs ?? 0)}
      aria-valuenow={ms}
      aria-valuetext={`${formatMoment(ms)}, ${sayPlace(words, trim.range, edge)}`}
      data-testid={`handle-${edge}`}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) =>
        drag(event, (index) => {
          const word = words[index]
          if (word) trim.set(edge, edge === 'start' ? word.startMs : word.endMs)
        })
      }
    />
  )
}

const keySteps: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowDown: 1,
}

const wordIndexAt = (target: EventTarget | null): number =>
  target instanceof Element ? Number(target.closest<HTMLElement>('[data-word]')?.dataset['word'] ?? -1) : -1

/** Until the pointer is lifted, each word that it comes to is told. The handle itself may be drawn anew meanwhile. */
function drag(event: PointerEvent, onWord: (index: number) => void): void {
  if (event.button !== 0) return
  event.preventDefault()
  const handle = event.currentTarget
  if (handle instanceof HTMLElement) handle.focus({ preventScroll: true })
  let last = -1
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const index = wordIndexAt(document.elementFromPoint(clientX, clientY))
    if (index === -1 || index === last) return
    last = index
    onWord(index)
  }
  const stop = () => {
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
}
