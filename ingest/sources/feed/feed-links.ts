import type { ErrorCode } from '../../../src/errors.js'
import { findChildren, textOf, type XmlElement } from './parse-xml.js'
import { isWebAddress, resolveReference, type ReferenceBase } from '../resolve-reference.js'

/** Addresses in a feed: what they are relative to (`xml:base`), and which link is the page of an item. */

/**
 * Resolves an address or reports why it cannot; null when it cannot.
 * @param at the element that holds it, which may have an `xml:base` of its own
 */
export type Resolve = (reference: string, what: string, at?: XmlElement) => string | null

/** @param elements those that the addresses lie in, outermost first */
export function makeResolve(
  body: ReferenceBase,
  elements: readonly XmlElement[],
  report: (message: string, code: ErrorCode) => void,
): Resolve {
  const base = elements.reduce(baseWithin, body)
  return (reference, what, at) => {
    const { url, problem } = resolveReference(reference, at ? baseWithin(base, at) : base)
    if (problem) report(`${what}: ${problem.message}; left out`, problem.code ?? 'FEED_ITEM_INVALID')
    return url
  }
}

/**
 * An `xml:base` counts when it leads to the web: it must not make more files of this machine readable than lie in the
 * source's folder.
 */
export function baseWithin(base: ReferenceBase, element: XmlElement): ReferenceBase {
  const written = element.attributes.get('xml:base')?.trim() ?? ''
  const outer = isWebAddress(base.location) ? base.location : undefined
  if (written === '' || !URL.canParse(written, outer)) return base
  const { href } = new URL(written, outer)
  return isWebAddress(href) ? { location: href, isFolder: false } : base
}

const linkNames = ['link', 'atom:link']
const relOf = ({ attributes }: XmlElement): string =>
  (attributes.get('rel') ?? 'alternate').trim().toLowerCase()

/** The page of a channel or an item: a link of RSS, else an alternate of Atom, HTML first; null without one. */
export function readPageLink(parent: XmlElement, resolve: Resolve): string | null {
  const links = findChildren(parent, ...linkNames)
  const written = links.find(
    (link) => relOf(link) === 'alternate' && textOf(link).trim() !== '' && !link.attributes.has('href'),
  )
  if (written) return resolve(textOf(written), 'link', written)
  const alternates = links.filter((link) => relOf(link) === 'alternate' && link.attributes.get('href'))
  const isHtml = ({ attributes }: XmlElement) => /html/i.test(attributes.get('type') ?? 'text/html')
  const best = alternates.find(isHtml) ?? alternates[0]
  return best ? resolve(best.attributes.get('href') ?? '', 'link', best) : null
}

/** `<link rel="enclosure">` of Atom. */
export const findEnclosureLinks = (parent: XmlElement): XmlElement[] =>
  findChildren(parent, ...linkNames).filter((link) => relOf(link) === 'enclosure')
