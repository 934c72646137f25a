import type { Link } from '../../src/domain/document.js'
import { relOf } from './link-rel.js'

/** Addresses that stand in the plain text of show notes. */

const maxLinks = 100
const address = /https?:\/\/[^\s<>"'`{}|\\^]{1,2000}/giu

/** Each once, in their order; titled by the line they end, where that has words (`Paper: https://…`). */
export function findNoteLinks(notes: string): Link[] {
  const byUrl = new Map<string, Link>()
  for (const line of notes.split('\n')) {
    for (const { 0: found, index } of line.matchAll(address)) {
      const url = trimAddress(found)
      if (!URL.canParse(url) || byUrl.has(url) || byUrl.size >= maxLinks) continue
      byUrl.set(url, { title: titleBefore(line.slice(0, index)) || url, url, rel: relOf(url, 'resource') })
    }
  }
  return [...byUrl.values()]
}

/** A full stop or a closing bracket after an address belongs to the sentence around it. */
function trimAddress(found: string): string {
  let url = found.replace(/[.,;:!?…»”’]+$/u, '')
  if (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1)
  return url
}

const titleBefore = (text: string): string =>
  text
    .slice(-200)
    .replace(/https?:\/\/\S+/giu, ' ')
    .replace(/^[\s•*–—-]+|[\s:–—→>([-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
