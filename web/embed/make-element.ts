/** Elements without HTML: texts of strangers stay text, and pages that forbid `innerHTML` work too. */

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...children)
  return element
}

const paths = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  outside:
    'M9 2h5v5h-1.6V4.7L7.2 9.9 6.1 8.8l5.2-5.2H9zM3 4h4v1.6H3.6v6.8h6.8V9H12v4.5a.5.5 0 0 1-.5.5h-9a.5.5 0 0 1-.5-.5v-9A.5.5 0 0 1 3 4z',
} as const

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Decoration: a word stands beside it or its button has a label. */
export function makeIcon(name: keyof typeof paths): SVGSVGElement {
  const icon = document.createElementNS(svgNamespace, 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svgNamespace, 'path')
  path.setAttribute('d', paths[name])
  icon.append(path)
  return icon
}

/** Changes the icon that is in `element`. */
export function setIcon(element: Element, name: keyof typeof paths): void {
  element.querySelector('path')?.setAttribute('d', paths[name])
}
