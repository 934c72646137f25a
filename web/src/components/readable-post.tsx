import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Document, DocumentConcepts } from '../../../client/index.js'
import { listPartners, type FoundAlignment } from '../alignment-api.js'
import { copyText, shareAddress } from '../copy-text.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { addWritten } from '../hooks/use-add-place.js'
import { useAlignment } from '../hooks/use-alignment.js'
import { useFind } from '../hooks/use-find.js'
import { useGoToLine } from '../hooks/use-go-to-line.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { useSelectedLines } from '../hooks/use-selected-lines.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { placeSaid } from '../said-places.js'
import { placeUrl, quotePlace, type Place } from '../share-place.js'
import { paintMatches } from '../text-highlights.js'
import type { DocumentAddress } from '../url-state.js'
import { firstVisibleLine } from '../visible-line.js'
import { FindBar } from './find-bar.js'
import { Icon } from './icon.js'
import { PostBody, textsOfSections } from './post-body.js'
import { SaidNote } from './said-note.js'
import { SelectionToolbar } from './selection-toolbar.js'

interface ReadablePostProps {
  document: Document
  concepts: DocumentConcepts['concepts']
  titles: ConceptTitles
  address: Required<DocumentAddress>
  onAddress: (changes: Partial<Pick<DocumentAddress, 'find'>>) => void
  /** The section that the address names; null for none. */
  target: string | null
  keepsPlace: boolean
  say: (text: string) => void
}

/** A post to be read: found in, copied from and shared as a transcript is, by its sections instead of times. */
export function ReadablePost(props: ReadablePostProps) {
  const { document: shown, concepts, titles, address, onAddress, target, keepsPlace, say } = props
  const box = useRef<HTMLDivElement>(null)
  const recordings = useMemo(() => listPartners(shown), [shown.companions])
  const [chosen, choose] = useState<string | null>(null)
  const recording = recordings.find(({ id }) => id === chosen) ?? recordings[0] ?? null
  const alignment = useAlignment(shown.id, recording?.id ?? null, 0)
  const said = useMemo(
    () => recording && { recording, places: placesIn(shown.sections, alignment.value) },
    [recording, alignment.value],
  )
  const texts = useMemo(() => textsOfSections(shown.sections), [shown.sections])
  const { goToLine } = useGoToLine(box, () => undefined)
  const find = useFind({
    texts,
    words: address.find,
    onWords: (words) => onAddress({ find: words }),
    readFrom: () => firstVisibleLine(box.current),
    goToLine,
    opensAtMatch: target === null && !keepsPlace,
  })
  useMatchSteps(find)
  const current = find.matches[find.at]
  useLayoutEffect(
    () => (box.current ? paintMatches(box.current, find.matches, 'find') : undefined),
    [find.matches, concepts],
  )
  useLayoutEffect(
    () => (box.current && current ? paintMatches(box.current, [current], 'find-current') : undefined),
    [current, concepts],
  )

  const selected = useSelectedLines(box)
  const placeHere = (): Place => ({
    id: shown.id,
    title: shown.title,
    sourceTitle: shown.sourceTitle,
    startMs: null,
    endMs: null,
    anchor: sectionOf(box.current, selected?.from ?? firstVisibleLine(box.current)) ?? target,
  })
  const copy = async () => {
    if (!selected) return say('Select text to copy it with its place.')
    const isCopied = await copyText(quotePlace(selected.text, placeHere(), location.origin))
    say(isCopied ? 'Copied with its place.' : 'This browser does not let the page copy.')
  }
  const share = async () => {
    const url = placeUrl(placeHere(), location.origin)
    const outcome = await shareAddress(shown.title, url)
    if (outcome === 'copied') say('Link copied.')
    else if (outcome === 'failed') say(`This browser does not let the page copy: ${url}`)
  }
  useShortcuts({ c: () => void copy(), s: () => void share() })

  return (
    <>
      <FindBar find={find} noun="post">
        <button
          type="button"
          class="tool"
          aria-label="Share this section"
          data-testid="share"
          onClick={() => void share()}
        >
          <Icon name="share" />
          <span class="tool-word">Share</span>
        </button>
      </FindBar>
      {recording && (
        <SaidNote recordings={recordings} recording={recording} onChoose={choose} loaded={alignment} />
      )}
      <div ref={box} class="post-box">
        <PostBody
          sections={shown.sections}
          concepts={concepts}
          titles={titles}
          q={address.q}
          target={target}
          said={said}
        />
        {selected && (
          <SelectionToolbar
            selected={selected}
            onPlay={null}
            shareLabel="Share"
            onCopy={() => void copy()}
            onShare={() => void share()}
            onAdd={() =>
              void addWritten(
                shown.id,
                { anchor: placeHere().anchor, share: shareOfSection(box.current, selected.from) },
                say,
              )
            }
          />
        )}
      </div>
    </>
  )
}

const placesIn = (sections: Document['sections'], found: FoundAlignment | null) =>
  found === null || found === 'silent' ? null : placeSaid(sections, found)

/** The anchor of the section that holds a line; null for the text before the first heading. */
function sectionOf(box: Element | null, line: number): string | null {
  const id = box?.querySelector(`[data-index="${line}"]`)?.closest('section')?.id
  return id?.replace(/^section-/, '') || null
}

/** How far down its section a line is, from 0 to 1. */
function shareOfSection(box: Element | null, line: number): number {
  const at = box?.querySelector(`[data-index="${line}"]`)
  const lines = [...(at?.closest('section')?.querySelectorAll('[data-index]') ?? [])]
  return at && lines.length > 0 ? lines.indexOf(at) / lines.length : 0
}
