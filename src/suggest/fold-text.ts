import { tokenize } from '../index/tokenize.js'

/** What makes two texts one: their folded words. Empty when there are none. */
export const foldText = (text: string): string =>
  tokenize(text)
    .map(({ token }) => token)
    .join(' ')
