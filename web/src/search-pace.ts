/**
 * When to ask while somebody types. With nothing under way a short pause is enough, so that the answer is there soon
 * after the last key; with an answer under way the next question waits for it, but not for long.
 */

/** Between two keys of one word most hands take longer than this only now and then. */
const restMs = 50
/** The longest a question waits for the answer to an earlier one; then that one is given up. */
const busyMs = 200

export class SearchPace {
  #underWay = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #ask: (() => void) | null = null
  /** The pause is over; only the answer under way is waited for. */
  #isDue = false

  /** Calls `ask` when it is time, instead of what was to be asked before. */
  askSoon(ask: () => void): void {
    this.cancel()
    this.#ask = ask
    this.#timer = setTimeout(() => {
      if (this.#underWay === 0) return this.#askNow()
      this.#isDue = true
      this.#timer = setTimeout(() => this.#askNow(), busyMs - restMs)
    }, restMs)
  }

  cancel(): void {
    clearTimeout(this.#timer)
    this.#ask = null
    this.#isDue = false
  }

  /** A question is under way; answers what to call once when it was answered or given up. */
  begin(): () => void {
    this.#underWay += 1
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#underWay -= 1
      if (this.#isDue && this.#underWay === 0) this.#askNow()
    }
  }

  #askNow(): void {
    const ask = this.#ask
    this.cancel()
    ask?.()
  }
}

/** That of the one search field and the one list of results. */
export const searchPace = new SearchPace()
