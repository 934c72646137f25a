/** What a page says of itself in `<script type="application/ld+json">`. */

export type JsonFields = Readonly<Record<string, unknown>>

/** A page describes itself in a few kilobytes, some describe their whole site. */
const maxScriptLength = 500_000
const maxScripts = 20
const maxNodes = 500

const articleTypes = new Set(
  'article blogposting newsarticle techarticle scholarlyarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle socialmediaposting'.split(
    ' ',
  ),
)

/** The things described at the top, those of `@graph` included; what is no JSON says nothing. Linear. */
export function readJsonLd(html: string): JsonFields[] {
  const nodes: JsonFields[] = []
  const opening = /<script\b[^>]{0,500}ld\+json[^>]{0,500}>/gi
  for (let scripts = 0; scripts < maxScripts; scripts++) {
    const match = opening.exec(html)
    if (!match) break
    const from = opening.lastIndex
    const end = html.indexOf('</script', from)
    if (end === -1) break
    opening.lastIndex = end
    if (end - from <= maxScriptLength) collectNodes(parseJson(html.slice(from, end)), nodes)
  }
  return nodes
}

export const findArticle = (nodes: readonly JsonFields[]): JsonFields | undefined =>
  nodes.find((node) => typesOf(node).some((type) => articleTypes.has(type)))

/** In lower case, without the address of the vocabulary. */
export const typesOf = (node: JsonFields): string[] =>
  textsOf(node['@type']).map((type) => type.replace(/^https?:\/\/schema\.org\//i, '').toLowerCase())

/** Texts of a value that may be a text or a list of texts; of things in it, their names. */
export function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, maxNodes) : [value]
  return values.flatMap((entry) => {
    if (typeof entry === 'string' || typeof entry === 'number') return [String(entry)]
    const { name, '@value': own } = fieldsOf(entry)
    const text = typeof own === 'string' ? own : name
    return typeof text === 'string' ? [text] : []
  })
}

/** The first text of a field; empty without one. */
export const firstText = (value: unknown): string => textsOf(value)[0] ?? ''

/** The things in a field that may hold one or a list. */
export const thingsOf = (value: unknown): JsonFields[] =>
  (Array.isArray(value) ? value.slice(0, maxNodes) : [value]).filter(isThing)

/** Empty for what is no thing. */
export const fieldsOf = (value: unknown): JsonFields => (isThing(value) ? value : {})

const isThing = (value: unknown): value is JsonFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function collectNodes(value: unknown, nodes: JsonFields[]): void {
  for (const node of thingsOf(value)) {
    if (nodes.length >= maxNodes) return
    nodes.push(node)
    for (const inner of thingsOf(node['@graph'])) if (nodes.length < maxNodes) nodes.push(inner)
  }
}

function parseJson(text: string): unknown {
  // Some publishing tools wrap it for XHTML.
  const json = text.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[/, '').replace(/(?:\/\/\s*)?\]\]>\s*$/, '')
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
