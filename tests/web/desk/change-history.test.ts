import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addChanges,
  historyOf,
  readHistory,
  stepTarget,
  takeStep,
  versionNow,
  withoutStep,
} from '../../../web/src/desk/change-history.js'

test('of a collection that nothing is known of, each version was a step, as far as they are kept', () => {
  expect(historyOf(3)).toEqual({ steps: [1, 2, 3], at: 2 })
  const old = historyOf(250)
  expect([old.steps[0], old.steps.length, versionNow(old)]).toEqual([151, 100, 250])
})

test('a step back makes a new version of an old state, which stands in its place from then on', () => {
  const back = takeStep(historyOf(3), -1, 4)
  expect(back).toEqual({ steps: [1, 4, 3], at: 1 })
  expect([stepTarget(back, -1), stepTarget(back, 1)]).toEqual([1, 3])
  expect(takeStep(back, 1, 5)).toEqual({ steps: [1, 4, 5], at: 2 })
})

test('a change leaves nothing to redo', () => {
  expect(addChanges(takeStep(historyOf(3), -1, 4), 5)).toEqual({ steps: [1, 4, 5], at: 2 })
})

test('a state that is gone ends the way there', () => {
  expect(withoutStep({ steps: [1, 2, 3, 4], at: 2 }, 2)).toEqual({ steps: [3, 4], at: 0 })
  expect(withoutStep({ steps: [1, 2, 3, 4], at: 2 }, 4)).toEqual({ steps: [1, 2, 3], at: 2 })
  expect(withoutStep({ steps: [1, 2], at: 1 }, 9)).toEqual({ steps: [1, 2], at: 1 })
})

test('what was kept is taken when it can be of this collection, with what others did since', () => {
  const kept = JSON.stringify({ steps: [1, 4, 3], at: 1 })
  expect(readHistory(kept, 4)).toEqual({ steps: [1, 4, 3], at: 1 })
  expect(readHistory(kept, 6)).toEqual({ steps: [1, 4, 5, 6], at: 3 })
  // The server was set back to a copy.
  expect(readHistory(kept, 2)).toEqual(historyOf(2))
  for (const broken of [
    null,
    '',
    '{',
    '[]',
    '{"steps":[],"at":0}',
    '{"steps":["1"],"at":0}',
    '{"steps":[1],"at":3}',
  ])
    expect(readHistory(broken, 2)).toEqual(historyOf(2))
})

test('whatever is done, undo and redo lead through the states as a list of them would', () => {
  const act = fc.constantFrom('change', 'undo', 'redo')
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      // The oracle: all states there were, and what each version of the server holds.
      const states = [0]
      let at = 0
      const stateOf = new Map([[1, 0]])
      let history = historyOf(1)
      let version = 1
      let next = 1
      for (const name of acts) {
        if (name === 'change') {
          states.splice(at + 1, states.length, next)
          at += 1
          stateOf.set((version += 1), next)
          next += 1
          history = addChanges(history, version)
        } else {
          const by = name === 'undo' ? -1 : 1
          const target = stepTarget(history, by)
          expect(target === null).toBe(states[at + by] === undefined)
          if (target === null) continue
          at += by
          stateOf.set((version += 1), stateOf.get(target) ?? -1)
          history = takeStep(history, by, version)
        }
        expect([versionNow(history), stateOf.get(version)]).toEqual([version, states[at]])
      }
    }),
  )
})
