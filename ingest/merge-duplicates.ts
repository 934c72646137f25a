import { addressKey } from '../src/domain/addresses.js'
import type { SourceItem } from './sources/source-format.js'
import { likenessKeys, resemblance, shinglesOf } from './text-likeness.js'

/**
 * The same post under two addresses is one document with two addresses: by an address that both have, by title and day,
 * or by a text that is nearly the same.
 */

/** Edited versions of a post stay above this; two posts that share long quotations stay well below. */
const minResemblance = 0.9
/** Fewer words are alike by chance: "No text yet", a single link. */
const minSharedShingles = 20
/** Versions of one text that are rendered in another way differ by less; an excerpt has much less. */
const minLengthShare = 0.7
/** An address that more posts give as theirs is a page about all of them. */
const maxSharers = 4

/**
 * The items in their order. Of duplicates the one with the longest text stays, of those that are about as long the one
 * with the shortest address (`/a-post/` rather than `/a-post.md/`), with the addresses of all.
 */
export function mergeDuplicates(items: readonly SourceItem[]): SourceItem[] {
  const groups = new Groups(items)
  groups.joinEqual((item) => ownKeys(item))
  groups.joinEqual(({ document }) =>
    document.publishedAt === null
      ? []
      : [`${document.title.trim().toLowerCase()} ${document.publishedAt.slice(0, 10)}`],
  )
  groups.joinAlike()
  return groups.list().map(mergeGroup)
}

const ownKeys = ({ document: { url, otherUrls } }: SourceItem): string[] =>
  [url, ...otherUrls].flatMap((address) => (address === null ? [] : (addressKey(address) ?? [])))

function mergeGroup(group: readonly SourceItem[]): SourceItem {
  const lengths = group.map((item) => textOf(item).length)
  const least = Math.max(...lengths) * minLengthShare
  const [first] = group
    .filter((_, index) => (lengths[index] ?? 0) >= least)
    .sort((a, b) => addressLength(a) - addressLength(b))
  if (!first) throw new RangeError('a group has at least one item')
  if (group.length === 1) return first
  const { url } = first.document
  const urls = group.flatMap(({ document }) => [document.url, ...document.otherUrls])
  const otherUrls = [...new Set(urls)].filter((address) => address !== null && address !== url)
  return { ...first, document: { ...first.document, otherUrls: otherUrls as string[] } }
}

const addressLength = ({ document }: SourceItem): number => document.url?.length ?? Infinity

const textOf = ({ document }: SourceItem): string =>
  document.sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n')

/** Posts that were found to be the same, as sets that are joined (union-find by the lowest index). */
class Groups {
  readonly #parents: number[]

  constructor(private readonly items: readonly SourceItem[]) {
    this.#parents = items.map((_, index) => index)
  }

  /** Joins posts that have a key in common. */
  joinEqual(keysOf: (item: SourceItem) => string[]): void {
    const byKey = new Map<string, number[]>()
    for (const [index, item] of this.items.entries())
      if (item.document.kind === 'post')
        for (const key of keysOf(item)) byKey.set(key, [...(byKey.get(key) ?? []), index])
    for (const [first, ...others] of byKey.values())
      if (first !== undefined && others.length < maxSharers)
        for (const other of others) this.#join(first, other)
  }

  joinAlike(): void {
    const shingles = this.items.map((item) =>
      item.document.kind === 'post' ? shinglesOf(textOf(item)) : new Set<number>(),
    )
    const byKey = new Map<string, number[]>()
    for (const [index, own] of shingles.entries()) {
      if (own.size < minSharedShingles) continue
      for (const key of likenessKeys(own)) {
        const alike = byKey.get(key) ?? []
        byKey.set(key, alike)
        for (const other of alike)
          if (resemblance(shingles[other] ?? new Set(), own) >= minResemblance) this.#join(other, index)
        alike.push(index)
      }
    }
  }

  list(): SourceItem[][] {
    const groups = new Map<number, SourceItem[]>()
    for (const [index, item] of this.items.entries()) {
      const root = this.#root(index)
      groups.set(root, [...(groups.get(root) ?? []), item])
    }
    return [...groups.values()]
  }

  #root(index: number): number {
    let root = index
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root
    return root
  }

  #join(a: number, b: number): void {
    const [low, high] = [this.#root(a), this.#root(b)].sort((x, y) => x - y)
    if (low !== undefined && high !== undefined) this.#parents[high] = low
  }
}
