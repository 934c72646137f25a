import type { DocumentKind } from '../../../src/domain/document.js'

/** One set: 16 × 16, drawn in the colour of the text. Decoration only; the word stands beside it. */
const paths = {
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  'seek-back': 'M7.2.9v2.2A5.7 5.7 0 1 1 2.3 8.8h1.6a4.1 4.1 0 1 0 3.3-4V7L3.4 4z',
  'seek-forward': 'M8.8.9v2.2a5.7 5.7 0 1 0 4.9 5.7h-1.6a4.1 4.1 0 1 1-3.3-4V7l3.8-3z',
  'chapter-before': 'M3 3h1.6v10H3zM13 3v10L5.6 8z',
  'chapter-after': 'M11.4 3H13v10h-1.6zM3 3v10l7.4-5z',
  chapters:
    'M2 3h1.6v1.6H2zM5.2 3H14v1.6H5.2zM2 7.2h1.6v1.6H2zM5.2 7.2H14v1.6H5.2zM2 11.4h1.6V13H2zM5.2 11.4H14V13H5.2z',
  episode: 'M2 6.5h1.5v3H2zM5 4h1.5v8H5zM8 2h1.5v12H8zM11 5h1.5v6H11z',
  short:
    'M4.5 1h7A1.5 1.5 0 0 1 13 2.5v11a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 13.5v-11A1.5 1.5 0 0 1 4.5 1zm2.3 4.2v5.6L11 8z',
  post: 'M2.5 2h11v1.6h-11zM2.5 5.4h11V7h-11zM2.5 8.8h11v1.6h-11zM2.5 12.2h7v1.6h-7z',
  search:
    'M7 1.5a5.5 5.5 0 1 0 3.4 9.8l3.1 3.1 1.1-1.1-3.1-3.1A5.5 5.5 0 0 0 7 1.5zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8z',
  outside:
    'M9 2h5v5h-1.6V4.7L7.2 9.9 6.1 8.8l5.2-5.2H9zM3 4h4v1.6H3.6v6.8h6.8V9H12v4.5a.5.5 0 0 1-.5.5h-9a.5.5 0 0 1-.5-.5v-9A.5.5 0 0 1 3 4z',
  close: 'M3.9 2.8 8 6.9l4.1-4.1 1.1 1.1L9.1 8l4.1 4.1-1.1 1.1L8 9.1l-4.1 4.1-1.1-1.1L6.9 8 2.8 3.9z',
  down: 'M8 11.2 2.6 5.8l1.1-1.1L8 9l4.3-4.3 1.1 1.1z',
  concept:
    'M8 1.5a2.4 2.4 0 0 1 1 4.6l1.7 3.1a2.4 2.4 0 1 1-1.9 3.4H7.2a2.4 2.4 0 1 1-1.9-3.4L7 6.1a2.4 2.4 0 0 1 1-4.6zM6.7 9.9a2.4 2.4 0 0 1 .5 1.1h1.6a2.4 2.4 0 0 1 .5-1.1L8 7.5z',
  map: 'M6 1.8 1.5 3.4v10.8L6 12.6l4 1.6 4.5-1.6V1.8L10 3.4zm.8 1.9 2.4 1v7.6l-2.4-1zM3.1 4.6l2.1-.8v7.5l-2.1.8zm9.8-.6v7.5l-2.1.8V4.7z',
  plus: 'M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z',
  minus: 'M2.5 7.2h11v1.6h-11z',
  fit: 'M2 2h4.5v1.6h-2.9v2.9H2zM9.5 2H14v4.5h-1.6V3.6H9.5zM2 9.5h1.6v2.9h2.9V14H2zM12.4 9.5H14V14H9.5v-1.6h2.9z',
  exact: 'M3 4h4v4.2L5.2 12H3.4l1.2-3.6H3zM9 4h4v4.2L11.2 12H9.4l1.2-3.6H9z',
  person:
    'M8 1.8a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2zM8 9.4c3.4 0 5.8 1.7 5.8 4.1v.7H2.2v-.7c0-2.4 2.4-4.1 5.8-4.1z',
  menu: 'M2 3.2h12v1.6H2zM2 7.2h12v1.6H2zM2 11.2h12v1.6H2z',
  library: 'M2 2h2.4v12H2zM5.6 2H8v12H5.6zM9.3 2.7l2.3-.6 3 11.2-2.3.6z',
  up: 'M8 4.8l5.4 5.4-1.1 1.1L8 7l-4.3 4.3-1.1-1.1z',
  share: 'M7.2 4.2v6.3h1.6V4.2l2 2 1.1-1.1L8 1.2 4.1 5.1l1.1 1.1zM2.5 8.5h1.6v4.9h7.8V8.5h1.6V15h-11z',
  copy: 'M5.5 1.5h8v10h-8zm1.6 1.6v6.8h4.8V3.1zM2.5 4.5h1.6v8.4h6.4v1.6h-8z',
  back: 'M9.8 2.6 11 3.7 6.6 8l4.3 4.3-1.1 1.1L4.4 8z',
  check: 'M6.3 12.6 1.9 8.2 3 7.1l3.3 3.3 6.7-6.8 1.1 1.1z',
  clips: 'M2 2.5h12v3.2H2zm1.6 1.2v.8h8.8v-.8zM2 7h8v3.2H2zm0 4.5h10.5v2H2z',
  grip: 'M5 2.5h2v2H5zM9 2.5h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11.5h2v2H5zM9 11.5h2v2H9z',
  more: 'M2.5 7h2v2h-2zM7 7h2v2H7zM11.5 7h2v2h-2z',
  undo: 'M6.2 2.3v2.9h3.3a4.3 4.3 0 0 1 0 8.6H5v-1.6h4.5a2.7 2.7 0 0 0 0-5.4H6.2v2.9L2.1 6z',
  redo: 'M9.8 2.3v2.9H6.5a4.3 4.3 0 0 0 0 8.6H11v-1.6H6.5a2.7 2.7 0 0 1 0-5.4h3.3v2.9L13.9 6z',
  take: 'M7.2 1.5h1.6v6.3l2-2 1.1 1.1L8 10.8 4.1 6.9l1.1-1.1 2 2zM2.5 9h1.6v4.4h7.8V9h1.6v6h-11z',
  warning: 'M8 1.6 15 14H1zm0 3.3L3.7 12.4h8.6zM7.2 7h1.6v3H7.2zm0 3.6h1.6V12H7.2z',
  feed: 'M2.5 2A11.5 11.5 0 0 1 14 13.5h-1.7A9.8 9.8 0 0 0 2.5 3.7zm0 4.4a7.1 7.1 0 0 1 7.1 7.1H7.9a5.4 5.4 0 0 0-5.4-5.4zm1.6 4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z',
  save: 'M3.5 1.5h9v13L8 11.4l-4.5 3.1zm1.6 1.6v8.4L8 9.5l2.9 2V3.1z',
  forward: 'M6.2 2.6 11.6 8l-5.4 5.4L5 12.3 9.4 8 5 3.7z',
} as const

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill-rule="evenodd" />
    </svg>
  )
}

/** Kinds are told apart by icon and word, never by colour alone. */
export function KindLabel({ kind }: { kind: DocumentKind }) {
  return (
    <span class="kind">
      <Icon name={kind} />
      {kind}
    </span>
  )
}
