import { addressKey } from '../src/domain/addresses.js'
import { maxUrlLength } from './sources/resolve-reference.js'
import type { SourceItem } from './sources/source-format.js'
import { countShared, likenessKeys, resemblance, shinglesOf } from './text-likeness.js'

/**
 * The same post under two addresses is one document with two addresses. Posts are compared when they give the same
 * address, have one title and day, or share long stretches of text; what decides is the text, so that link blogs, lists
 * of the day and notices under every post join nothing.
 */

/** Without any other sign: edited versions of a post stay above this; posts that share quotations stay well below. */
const minResemblance = 0.9
/**
 * With an address, or title and day, in common. Of 2,400 pairs of posts of a real blog none but one goes beyond .065;
 * that one is a post whose tables were rendered in two ways, with .22.
 */
const minRelatedResemblance = 0.15
/** An excerpt is nearly all part of the whole. */
const minContainment = 0.8
/** A shorter text is a notice that posts have in common, rather than a post. */
const minSharedShingles = 100
/** Versions of one text that are rendered in another way differ by less; an excerpt has much less. */
const minLengthShare = 0.7
/** An address that more posts give as theirs is a page about all of them. */
const maxSharers = 4

/**
 * The items in their order. Of duplicates the text of the longest stays, of those that are about as long that of the one
 * with the shortest address (`/a-post/` rather than `/a-post.md/`), with the addresses of all, under the guid that comes
 * first in the alphabet: it stays the same whichever of them grows.
 */
export function mergeDuplicates(items: readonly SourceItem[]): SourceItem[] {
  const posts = items.flatMap((item, index) => (item.document.kind === 'post' ? [toPost(item, index)] : []))
  const groups = new Groups(items.length)
  for (const key of [addressKeys, titleAndDay])
    for (const sharers of collectBy(posts, key).values())
      if (sharers.length <= maxSharers) joinRelated(sharers, groups)
  joinAlike(posts, groups)
  return groups.list().map((members) => mergeGroup(members.flatMap((index) => items[index] ?? [])))
}

interface Post {
  index: number
  item: SourceItem
  shingles: ReadonlySet<number>
  isEmpty: boolean
}

function toPost(item: SourceItem, index: number): Post {
  const text = textOf(item)
  return { index, item, shingles: shinglesOf(text), isEmpty: text.trim() === '' }
}

const addressKeys = ({ item: { document } }: Post): string[] =>
  [document.url, ...document.otherUrls].flatMap((url) => (url === null ? [] : (addressKey(url) ?? [])))

const titleAndDay = ({ item: { document } }: Post): string[] =>
  document.publishedAt === null
    ? []
    : [`${document.title.trim().toLowerCase()} ${document.publishedAt.slice(0, 10)}`]

function collectBy(posts: readonly Post[], keysOf: (post: Post) => string[]): Map<string, Post[]> {
  const byKey = new Map<string, Post[]>()
  for (const post of posts)
    for (const key of new Set(keysOf(post))) {
      const sharers = byKey.get(key)
      if (sharers) sharers.push(post)
      else byKey.set(key, [post])
    }
  return byKey
}

function joinRelated(posts: readonly Post[], groups: Groups): void {
  for (const [at, post] of posts.entries())
    for (const other of posts.slice(at + 1))
      if (isVersionOf(post, other)) groups.join(post.index, other.index)
}

function isVersionOf(a: Post, b: Post): boolean {
  if (a.isEmpty || b.isEmpty) return true
  const shared = countShared(a.shingles, b.shingles)
  const union = a.shingles.size + b.shingles.size - shared
  const smaller = Math.min(a.shingles.size, b.shingles.size)
  return shared >= union * minRelatedResemblance || shared >= smaller * minContainment
}

/** Each text is compared with one of each group that it shares a key with: a notice under all posts costs no square. */
function joinAlike(posts: readonly Post[], groups: Groups): void {
  const representatives = new Map<string, Post[]>()
  for (const post of posts) {
    if (post.shingles.size < minSharedShingles) continue
    const keys = likenessKeys(post.shingles)
    const candidates = new Set(keys.flatMap((key) => representatives.get(key) ?? []))
    const alike = [...candidates].find(
      (other) => resemblance(other.shingles, post.shingles) >= minResemblance,
    )
    if (alike) groups.join(alike.index, post.index)
    else
      for (const key of keys) {
        const known = representatives.get(key) ?? []
        representatives.set(key, known)
        if (known.length < maxRepresentatives) known.push(post)
      }
  }
}

/** Texts that share a key and are not alike are rare; many of them are made to be. */
const maxRepresentatives = 20

function mergeGroup(group: readonly SourceItem[]): SourceItem {
  const lengths = group.map((item) => textOf(item).length)
  const least = Math.max(...lengths) * minLengthShare
  const [best] = group
    .filter((_, index) => (lengths[index] ?? 0) >= least)
    .sort((a, b) => compareAddresses(a.document, b.document))
  if (!best) throw new RangeError('a group has at least one item')
  if (group.length === 1) return best
  const { url } = best.document
  const urls = group.flatMap(({ document }) => [document.url, ...document.otherUrls])
  const otherUrls = [...new Set(urls)].filter((address) => address !== null && address !== url)
  const [guid] = group.map(({ document }) => document.guid).sort()
  return { ...best, document: { ...best.document, guid: guid ?? '', otherUrls: otherUrls as string[] } }
}

type Addressed = Pick<SourceItem['document'], 'url' | 'guid'>

/** Shorter first, none last; then by guid. */
function compareAddresses(a: Addressed, b: Addressed): number {
  const byLength = (a.url?.length ?? maxUrlLength) - (b.url?.length ?? maxUrlLength)
  return byLength !== 0 ? byLength : a.guid < b.guid ? -1 : 1
}

const textOf = ({ document }: SourceItem): string =>
  document.sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n')

/** Sets of indexes that are joined (union-find by the lowest index). */
class Groups {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index)
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.#root(a), this.#root(b)]
    this.#parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }

  /** By their lowest member; members ascend. */
  list(): number[][] {
    const groups = new Map<number, number[]>()
    for (const index of this.#parents.keys()) {
      const root = this.#root(index)
      const members = groups.get(root)
      if (members) members.push(index)
      else groups.set(root, [index])
    }
    return [...groups.values()]
  }

  #root(index: number): number {
    let root = index
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root
    this.#parents[index] = root
    return root
  }
}
