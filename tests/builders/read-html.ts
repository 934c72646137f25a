import { parseHTML } from 'linkedom'

/** As much of a document as tests look at; the types of the DOM are the browser's. */
export interface ReadElement {
  localName: string
  getAttribute(name: string): string | null
}

export interface ReadDocument {
  title: string
  querySelector(selector: string): ReadElement | null
  querySelectorAll(selector: string): Iterable<ReadElement> & { length: number }
}

export const readHtml = (html: string): ReadDocument =>
  (parseHTML(html) as unknown as { document: ReadDocument }).document
