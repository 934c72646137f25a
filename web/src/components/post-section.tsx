import { Fragment, type VNode } from 'preact'
import { sectionId } from '../hooks/use-anchor.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { hostName } from '../outside-links.js'
import type { PostBlock } from '../post-blocks.js'
import type { PostLink, PostPiece } from '../post-pieces.js'
import { findWordMarks, splitByMarks } from '../text-marks.js'
import { Icon } from './icon.js'
import { MarkedText } from './marked-text.js'
import { PostText } from './post-text.js'
import { SaidBeside, type SaidHere } from './said-beside.js'

/** A section made ready to be shown. */
export interface ReadSection {
  anchor: string
  heading: string
  level: number
  blocks: readonly PostBlock[]
  /** Of each text of the blocks, in the order of `textsOf`. */
  pieces: readonly (readonly PostPiece[])[]
  /** Links that stand nowhere in the text. */
  links: readonly PostLink[]
  /** Index of its first text in the post. */
  firstText: number
}

interface PostSectionProps {
  section: ReadSection
  titles: ConceptTitles
  q: string
  /** The one that the address names. */
  isTarget: boolean
  said: SaidHere | null
}

export function PostSection({ section, titles, q, isTarget, said }: PostSectionProps) {
  const { anchor, heading, level, blocks, pieces, links, firstText } = section
  // The page's own title is its only first heading.
  const Heading = `h${Math.min(6, Math.max(2, level))}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  let next = 0
  /** The texts are taken in the order in which they were cut. */
  const takeText = () => {
    const at = next
    next += 1
    return {
      'data-index': firstText + at,
      dir: 'auto' as const,
      children: <PostText pieces={pieces[at] ?? []} titles={titles} />,
    }
  }
  const beside = (text: { 'data-index': number }, written: VNode) => (
    <SaidBeside said={said} place={said?.places?.ofTexts.get(text['data-index'])}>
      {written}
    </SaidBeside>
  )
  return (
    <section id={sectionId(anchor)} class="post-section" {...(isTarget && { 'data-target': true })}>
      {heading !== '' && (
        <SaidBeside said={said} place={said?.places?.ofSections.get(anchor)} isHeading>
          <Heading dir="auto">
            <MarkedText parts={splitByMarks(heading, findWordMarks(heading, q))} />
          </Heading>
        </SaidBeside>
      )}
      {blocks.map((block, index) => {
        if (block.kind === 'list')
          return (
            <ul key={index} class="post-list">
              {block.entries.map((_, entry) => {
                const { dir, ...text } = takeText()
                return (
                  <li key={entry} dir={dir}>
                    {beside(text, <div {...text} />)}
                  </li>
                )
              })}
            </ul>
          )
        if (block.kind === 'table')
          return (
            <table key={index} class="post-table">
              <tbody>
                {block.rows.map((_, row) => (
                  <tr key={row}>
                    <th scope="row" {...takeText()} />
                    <td {...takeText()} />
                  </tr>
                ))}
              </tbody>
            </table>
          )
        if (block.kind === 'quote') {
          const text = takeText()
          return <blockquote key={index}>{beside(text, <p {...text} />)}</blockquote>
        }
        if (block.kind === 'code')
          return (
            // A scrolling box that the keyboard can scroll.
            <pre key={index} tabIndex={0} role="region" aria-label="Code">
              <code {...takeText()} />
            </pre>
          )
        const text = takeText()
        // A section and its first paragraph begin together: the heading has their time.
        const isFirst = index === 0 && heading !== ''
        return <Fragment key={index}>{isFirst ? <p {...text} /> : beside(text, <p {...text} />)}</Fragment>
      })}
      {links.length > 0 && (
        <ul class="post-links">
          {links.map(({ title, url, rel }) => (
            <li key={url}>
              <a class="outside" href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                {title || url} <Icon name="outside" />
              </a>{' '}
              <span class="dim small">
                {rel === 'paper' ? 'paper, ' : ''}
                {hostName(url)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
