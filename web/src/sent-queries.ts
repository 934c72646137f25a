/**
 * What was typed here and is on its way through the address, which shows it a moment later: by then more may be typed.
 * Any other query in the address came from elsewhere, such as Back, a link or an example.
 */
export class SentQueries {
  #underWay: string[] = []

  send(q: string): void {
    this.#underWay.push(q)
  }

  /** Whether the address shows a query that came from here; asked once for each change of the address. */
  receive(q: string): boolean {
    const place = this.#underWay.indexOf(q)
    // What was sent before it was overtaken; what was not sent at all overrules what is still under way.
    this.#underWay = place === -1 ? [] : this.#underWay.slice(place + 1)
    return place !== -1
  }
}
