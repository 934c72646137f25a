import type { IssueLog } from '../issue-log.js'
import { elementsIn, readXml, type XmlElement } from '../sources/feed/parse-xml.js'

/** The root element, or null when there is none. What is not well-formed is reported and read as far as it can be. */
export function parseTranscriptXml(text: string, issues: IssueLog): XmlElement | null {
  const { root, fault } = readXml(text)
  if (fault !== null || root === null) {
    const { line, message } = fault ?? { line: 1, message: 'there is no element' }
    issues.add(
      'TRANSCRIPT_INVALID',
      `line ${line}`,
      `It is not well-formed XML: ${message.slice(0, 200)}; what can be read is kept`,
    )
  }
  return root
}

/** The name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** All elements of that local name at any depth, in the order of the file, none inside another. */
export function findAll(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child) => (localName(child) === name ? [child] : findAll(child, name)))
}

/** The value of an attribute by its local name, whatever its prefix. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const direct = attributes.get(name)
  if (direct !== undefined) return direct
  for (const [key, value] of attributes) if (key.endsWith(`:${name}`)) return value
  return null
}
