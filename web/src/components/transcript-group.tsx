import { useLayoutEffect, useRef } from 'preact/hooks'
import type { TextMatch } from '../find-in-text.js'
import { useIdleValue } from '../hooks/use-idle-value.js'
import { useNear } from '../hooks/use-near.js'
import { paintMatches } from '../text-highlights.js'
import type { ParagraphGroup } from '../transcript-groups.js'
import type { Paragraph } from '../transcript-lines.js'
import { TranscriptParagraph, type TranscriptContent } from './transcript-paragraph.js'

interface TranscriptGroupProps {
  group: ParagraphGroup
  content: TranscriptContent
  /** Of the group before it was ever drawn, in px. */
  heightPx: number
  /** The reader is, or is led, here: it is drawn at once. */
  isNeeded: boolean
  matches: readonly TextMatch[]
  currentMatch: TextMatch | null
  /** Index of the line being spoken, or -1. */
  current: number
  /** Index of the one line that the Tab key stops at, or -1. */
  tabbable: number
}

interface Drawn {
  group: ParagraphGroup
  content: TranscriptContent
}

/** A part of a long transcript: drawn when it is needed or near, else when there is nothing else to do. */
export function TranscriptGroup(props: TranscriptGroupProps) {
  const { heightPx, isNeeded, matches, currentMatch, current, tabbable } = props
  const element = useRef<HTMLDivElement>(null)
  const isNear = useNear(element, isNeeded)
  const wanted = useRef<Drawn>(props)
  if (wanted.current.group !== props.group || wanted.current.content !== props.content)
    wanted.current = { group: props.group, content: props.content }
  const drawn = useIdleValue(wanted.current, isNear || isNeeded)

  useLayoutEffect(() => {
    if (element.current && drawn && isNear) return paintMatches(element.current, matches, 'find')
  }, [drawn, isNear, matches])
  useLayoutEffect(() => {
    if (element.current && drawn && currentMatch)
      return paintMatches(element.current, [currentMatch], 'find-current')
  }, [drawn, currentMatch])

  return (
    <div
      ref={element}
      class="transcript-group"
      data-near={isNear}
      style={{
        containIntrinsicBlockSize: `auto ${heightPx}px`,
        ...(!drawn && { minHeight: `${heightPx}px` }),
      }}
    >
      {drawn?.group.paragraphs.map((paragraph, index) => (
        <TranscriptParagraph
          key={index}
          paragraph={paragraph}
          position={drawn.group.first + index}
          content={drawn.content}
          current={within(paragraph, current)}
          tabbable={within(paragraph, tabbable)}
        />
      ))}
    </div>
  )
}

/** The index when it lies in the paragraph, else -1: a paragraph renders again only when something in it changes. */
function within({ lines }: Paragraph, index: number): number {
  const [first] = lines
  return first && first.index <= index && index < first.index + lines.length ? index : -1
}
