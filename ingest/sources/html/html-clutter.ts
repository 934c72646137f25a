import { classesOf, type HtmlElement } from './html-tree.js'

/** What is on the page of a post and not part of what its author wrote. */

const clutterElements = new Set(
  (
    'script style template noscript object embed iframe svg canvas applet audio video picture img nav aside footer form ' +
    'button input select textarea label dialog menu link meta'
  ).split(' '),
)
const clutterRoles = /^(?:navigation|banner|contentinfo|complementary|search|dialog|menu|toolbar|doc-toc)$/
/** Words of class names and ids, which say what a part of the page is for. Matched whole, between hyphens. */
const clutterWords = new Set(
  (
    'share sharing sharedaddy social toc breadcrumb breadcrumbs pagination pager comments disqus related jp-relatedposts ' +
    'newsletter subscribe subscription sidebar cookie advert advertisement sponsored promo byline navigation nav ' +
    'headerlink permalink footnote-backref readtime screen-reader-text sr-only visually-hidden series-toc'
  ).split(' '),
)
const clutterPhrases =
  /(?:^|[-_])(?:table-of-contents|contents-list|reading-(?:time|info)|read-time|word-count|post-(?:meta|nav|navigation|tags|taxonomies|categories|share)|entry-(?:meta|footer)|series-nav|author-(?:bio|box|card)|skip-link|(?:anchor|heading|header)-?(?:link|anchor)|edit-(?:page|link)|(?:prev|next)-post|post-(?:prev|next)|comment-(?:form|list|respond)|related-(?:posts|articles)|(?:you|yt|youtube|video)-embed(?:-container|-wrapper)?|hash-link)(?:$|[-_])/

export function isClutter(element: HtmlElement): boolean {
  if (clutterElements.has(element.localName)) return true
  if (isHidden(element)) return true
  const role = element.getAttribute('role')
  if (role !== null && clutterRoles.test(role.trim().toLowerCase())) return true
  return [...classesOf(element), element.id].some(
    (name) => name !== '' && name.length <= 100 && namesClutter(name.toLowerCase()),
  )
}

const namesClutter = (name: string): boolean =>
  clutterWords.has(name) ||
  clutterPhrases.test(name) ||
  /^(?:social|share|sharing|related|newsletter|subscribe|breadcrumbs?|pagination|comments|toc|cookie)[-_]/.test(
    name,
  )

const isHidden = (element: HtmlElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /(?:^|;)\s{0,5}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(
    (element.getAttribute('style') ?? '').slice(0, 500),
  )
