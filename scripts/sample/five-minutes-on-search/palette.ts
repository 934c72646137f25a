/** Ink and paper, and one accent for what the words are about. */
export const INK = '#14161f'
export const PAPER = '#f5f1e8'
export const MUTED = '#9aa0b4'
export const FAINT = '#343848'
export const ACCENT = '#ffb347'
