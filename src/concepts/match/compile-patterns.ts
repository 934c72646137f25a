import * as definitionPatterns from './definition-patterns.js'
import { asWide } from './definition-strength.js'
import { following } from './following-patterns.js'

/**
 * Compiles the patterns of definitions, some 0.2 s of work that the first name in a thread would wait for otherwise: to be
 * called where the thread waits for something else.
 */
export function compilePatterns(): void {
  for (const pattern of [
    ...Object.values(definitionPatterns).flatMap(listPatterns),
    ...listPatterns(following),
  ])
    // V8 compiles a pattern when it is used for the second time.
    for (let use = 0; use < 2; use++) {
      pattern.lastIndex = 0
      pattern.test(example)
    }
}

const example = asWide(' is a kind of tree, which is used to show that something is a part of it.')

const listPatterns = (exported: RegExp | readonly (readonly [RegExp, ...unknown[]])[]): RegExp[] =>
  exported instanceof RegExp ? [exported] : exported.map(([pattern]) => pattern)
