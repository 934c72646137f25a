import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { hostName, webAddress } from '../outside-links.js'
import { Icon } from './icon.js'

const headings = { companion: 'Goes with', paper: 'Papers', video: 'Videos', resource: 'Links' } as const
const order = ['companion', 'paper', 'video', 'resource'] as const

/** Where the document points to, by what it is; addresses that are not of the web are left out. */
export function DocumentLinks({ links }: { links: DocumentResponse['links'] }) {
  const safe = links.flatMap((link) => {
    const url = webAddress(link.url)
    return url === null ? [] : [{ ...link, url }]
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
            <ul>
              {group.map(({ title, url }) => (
                <li key={url}>
                  <a class="outside" href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                    {title || url} <Icon name="outside" />
                  </a>{' '}
                  <span class="dim small">{hostName(url)}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
