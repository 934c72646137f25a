import type { Document } from '../../../client/index.js'
import { hostName, webAddress } from '../outside-links.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'
import { LimitedList } from './limited-list.js'

type Link = Document['links'][number] & {
  /** The document that has it, where that is not said anyway. */
  document?: { id: string; title: string }
}

const headings = { companion: 'Goes with', paper: 'Papers', video: 'Videos', resource: 'Links' } as const
const order = ['companion', 'paper', 'video', 'resource'] as const

/** A reading list is looked through; more than this is a heap. */
const shownAtFirst = 12

/** Where a text points to, by what it is, an address once; addresses that are not of the web are left out. */
export function DocumentLinks({ links }: { links: readonly Link[] }) {
  const seen = new Set<string>()
  const safe = links.flatMap((link) => {
    const url = webAddress(link.url)
    if (url === null || seen.has(url)) return []
    seen.add(url)
    return [{ ...link, url }]
  })
  if (safe.length === 0) return null
  return (
    <section class="links">
      {order.map((rel) => {
        const group = safe.filter((link) => link.rel === rel)
        if (group.length === 0) return null
        return (
          <div key={rel}>
            <h2>{headings[rel]}</h2>
            <LimitedList items={group} limit={shownAtFirst} noun="link">
              {({ title, url, document }) => (
                <li key={url}>
                  <a class="outside" href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                    {title || url} <Icon name="outside" />
                  </a>{' '}
                  <span class="dim small">{hostName(url)}</span>
                  {document && (
                    <span class="dim small">
                      {' '}
                      · from{' '}
                      <a
                        href={documentPath({ id: document.id, startMs: null, anchor: null, q: '' })}
                        dir="auto"
                      >
                        {document.title}
                      </a>
                    </span>
                  )}
                </li>
              )}
            </LimitedList>
          </div>
        )
      })}
    </section>
  )
}
