import type { ErrorCode } from '../src/errors.js'
import type { Issue } from '../src/domain/issue.js'

/** Enough to see what is wrong with a file, few enough that a hostile one cannot fill the catalog. */
const maxIssues = 50

/** Collects the issues of one file; those after the fiftieth are counted and told in one last issue. */
export class IssueLog {
  readonly #issues: Issue[] = []
  #left: Issue | null = null
  #leftCount = 0

  add(code: ErrorCode, where: string, message: string): void {
    if (this.#issues.length < maxIssues) this.#issues.push({ code, where, message })
    else {
      this.#left ??= { code, where, message }
      this.#leftCount += 1
    }
  }

  list(): Issue[] {
    if (this.#left === null) return [...this.#issues]
    const message = `${this.#leftCount} more problems from here on, the first: ${this.#left.message}`
    return [...this.#issues, { ...this.#left, message }]
  }
}
