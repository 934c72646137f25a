import type { Link } from '../../../src/domain/document.js'
import { decodeEntities } from './decode-entities.js'
import { toLine } from './html-to-text.js'
import { relOf } from '../link-rel.js'
import { isWebAddress } from '../resolve-reference.js'
import { scanXml } from '../feed/xml-scanner.js'

/** A description of a video or an episode lists some dozens. */
const maxLinks = 200
const maxTitleLength = 200

/**
 * The http(s) addresses in plain text, each once, in order. Its title is what stands before it in its line
 * (`Paper: https://…`), else the address itself. Linear in the text.
 */
export function findLinks(text: string): Link[] {
  const byUrl = new Map<string, Link>()
  for (const line of text.split('\n')) {
    let from = 0
    for (const match of line.matchAll(/\bhttps?:\/\/[^\s<>"]{4,2000}/gi)) {
      const url = readUrl(match[0])
      const before = line.slice(from, match.index)
      from = match.index + match[0].length
      if (url === null || byUrl.has(url)) continue
      byUrl.set(url, { title: titleIn(before) || url, url, rel: relOf(url, 'resource') })
      if (byUrl.size === maxLinks) return [...byUrl.values()]
    }
  }
  return [...byUrl.values()]
}

/**
 * The http(s) addresses that HTML links to, each once, in order; those that it only writes out come last. Its title is
 * the text of the link. Linear in the text.
 *
 * @param baseUrl what relative addresses are relative to; null leaves them out
 */
export function findHtmlLinks(html: string, baseUrl: string | null): Link[] {
  const byUrl = new Map<string, Link>()
  let open: { url: string; text: string } | null = null
  let plain = ''
  const close = () => {
    if (open && !byUrl.has(open.url) && byUrl.size < maxLinks) {
      const title = toLine(open.text.slice(0, 10 * maxTitleLength)).slice(0, maxTitleLength)
      byUrl.set(open.url, { title: title || open.url, url: open.url, rel: relOf(open.url, 'resource') })
    }
    open = null
  }
  const onText = (text: string) => {
    if (open) open.text += text
    else plain += text
  }
  scanXml(html, {
    onOpen(name, attributes) {
      plain += '\n'
      if (name.toLowerCase() !== 'a') return
      close()
      const href = attributes.find(([key]) => key.toLowerCase() === 'href')?.[1] ?? ''
      const written = decodeEntities(href).trim()
      if (written === '' || written.startsWith('#') || !URL.canParse(written, baseUrl ?? undefined)) return
      const url = new URL(written, baseUrl ?? undefined).href
      if (isWebAddress(url)) open = { url, text: '' }
    },
    onClose(name) {
      plain += '\n'
      if (name.toLowerCase() === 'a') close()
    },
    onText,
    onCdata: onText,
    onFault: () => undefined,
  })
  close()
  for (const link of findLinks(decodeEntities(plain)))
    if (!byUrl.has(link.url) && byUrl.size < maxLinks) byUrl.set(link.url, link)
  return [...byUrl.values()]
}

/** Without the punctuation of the sentence that it ends. */
function readUrl(written: string): string | null {
  let to = written.length
  while (to > 0 && /[.,;:!?'”’»\]*_]/.test(written[to - 1] ?? '')) to--
  if (written[to - 1] === ')' && !written.slice(0, to).includes('(')) to--
  const url = written.slice(0, to)
  return URL.canParse(url) ? new URL(url).href : null
}

function titleIn(before: string): string {
  if (before.length > maxTitleLength) return ''
  const title = before
    .replace(/^[\s\-*•–—►▶→➜👉🔗|]+/u, '')
    .replace(/[\s\-–—:→➜👉|(]+$/u, '')
    .trim()
  return /\p{L}{2}/u.test(title) ? title : ''
}
