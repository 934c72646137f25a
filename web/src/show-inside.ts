/** Scrolls the column that holds a list until one of its items is in sight; never the page. */
export function showInside(column: Element | null, list: Element | null, index: number): void {
  const item = list?.children[index]
  if (!column || !item) return
  const [outer, inner] = [column.getBoundingClientRect(), item.getBoundingClientRect()]
  if (inner.top < outer.top) column.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom
}
