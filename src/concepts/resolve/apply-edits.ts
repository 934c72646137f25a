import type { ConceptEdit } from '../../domain/concept.js'
import { conceptKey } from '../concept-key.js'

/** Names of one concept, as a user left them. */
export interface EditedGroup {
  /** By the alphabet. */
  keys: string[]
  /** Of these, those that may give it its name: what was merged into it may not. By the alphabet. */
  leading: string[]
  /** What a user calls it; null where nobody did. */
  name: string | null
  hidden: boolean
  /** A user told it from another one: both are concepts, whatever the library says of them. */
  split: boolean
}

/** A set of names that edits move as a whole. */
interface Node {
  /** What it was merged into. */
  into: Node | null
  name: string | null
  hidden: boolean
  split: boolean
}

const newNode = (split: boolean): Node => ({ into: null, name: null, hidden: false, split })

function rootOf(node: Node): Node {
  let root = node
  while (root.into) root = root.into
  return root
}

/**
 * What a user decided, edit after edit, on top of the groups that were found: a merge joins all that the two names stand
 * for at that time, and the second one gives name and visibility; a split takes one name out, whatever it was joined by, and leaves two concepts;
 * a given name is one more name, in the place of the one that was given before. Edits about names that no group has wait for them.
 * @param groups keys; none is in two of them
 */
export function applyEdits(
  groups: Iterable<readonly string[]>,
  edits: readonly ConceptEdit[],
): { groups: EditedGroup[]; givenNames: ReadonlyMap<string, string> } {
  const nodes = new Map<string, Node>()
  for (const keys of groups) {
    const node = newNode(false)
    for (const key of keys) nodes.set(key, node)
  }
  const found = new Set(nodes.keys())
  const givenNames = new Map<string, string>()
  const nodeOf = (key: string): Node => {
    const known = nodes.get(key)
    if (known) return rootOf(known)
    const node = newNode(false)
    nodes.set(key, node)
    return node
  }
  const join = (merged: Node, kept: Node) => {
    if (merged !== kept) merged.into = kept
  }
  for (const edit of edits) {
    const node = nodeOf(edit.key)
    if (edit.kind === 'merge') join(node, nodeOf(edit.into))
    else if (edit.kind === 'split') {
      nodes.set(edit.key, newNode(true))
      nodeOf(edit.from).split = true
    } else if (edit.kind === 'hide') node.hidden = edit.hidden
    else {
      const key = conceptKey(edit.name)
      if (key === '') continue
      const before = node.name === null ? key : conceptKey(node.name)
      if (before !== key && !found.has(before) && nodes.get(before) === node) nodes.delete(before)
      node.name = edit.name
      givenNames.set(key, edit.name)
      if (nodes.has(key)) join(nodeOf(key), node)
      else nodes.set(key, node)
    }
  }
  return { groups: gatherGroups(nodes, { found, givenNames }), givenNames }
}

/** Names that nobody but a user says make no group. */
function gatherGroups(
  nodes: ReadonlyMap<string, Node>,
  { found, givenNames }: { found: ReadonlySet<string>; givenNames: ReadonlyMap<string, string> },
): EditedGroup[] {
  const members = new Map<Node, string[]>()
  for (const [key, node] of nodes) {
    if (!found.has(key) && !givenNames.has(key)) continue
    const root = rootOf(node)
    const known = members.get(root)
    if (known) known.push(key)
    else members.set(root, [key])
  }
  return [...members]
    .filter(([, keys]) => keys.some((key) => found.has(key)))
    .map(([root, keys]) => {
      const own = keys.filter((key) => nodes.get(key) === root)
      const { name, hidden, split } = root
      return {
        keys: keys.sort(),
        leading: own.some((key) => found.has(key)) ? own.sort() : keys,
        name: name !== null && keys.includes(conceptKey(name)) ? name : null,
        hidden,
        split,
      }
    })
}
