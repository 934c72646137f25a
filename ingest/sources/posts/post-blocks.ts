/** A post as a run of blocks: what Markdown and HTML are both read into, before headed sections are made of it. */

export interface BlockLink {
  /** Never empty. */
  title: string
  /** As written. */
  url: string
}

/** Text with the links that stand in it: a cell of a table, an entry of a list. */
export interface LinkedText {
  text: string
  links: BlockLink[]
}

export type PostBlock =
  /** `anchor` is the id that the page gives it, null when it gives none. */
  | { kind: 'heading'; level: number; text: string; anchor: string | null }
  | ({ kind: 'text' | 'quote' } & LinkedText)
  | ({ kind: 'list'; entries: LinkedText[] } & LinkedText)
  /** The first row is the header; its cells are empty when the table has none. */
  | { kind: 'table'; rows: LinkedText[][] }

export function linksOf(block: PostBlock): BlockLink[] {
  if (block.kind === 'heading') return []
  return block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap(({ links }) => links)) : block.links
}

/** A row a line: `first: second`; with more columns each is named by its header: `first: Header second; Header third`. */
export function tableText(rows: readonly (readonly { text: string }[])[]): string {
  const [header, ...others] = rows
  return others
    .map(([first, ...cells]) => {
      const name = first?.text ?? ''
      const isNamed = cells.length > 1
      const values = cells
        .map(({ text }, index) =>
          text === '' || !isNamed ? text : `${header?.[index + 1]?.text ?? ''} ${text}`.trim(),
        )
        .filter((value) => value !== '')
      if (name === '' || values.length === 0) return name + values.join('; ')
      return `${name}: ${values.join('; ')}`
    })
    .filter((line) => line !== '')
    .join('\n')
}
