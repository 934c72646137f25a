import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import process from 'node:process'

/** Prints which tests failed, from the JSON report of vitest, each with the beginning of its error. */

const most = 20
const longest = 300

/** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */
const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const failures = testResults
  .filter(({ status }) => status === 'failed')
  .flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    const reasons = tests.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`)
    // A file that could not be read, or prepared, has no test that failed.
    return (tests.length > 0 ? reasons : [message]).map((reason) => `${relative('.', name)}: ${reason}`)
  })
for (const failure of failures.slice(0, most)) {
  const [line = ''] = failure.split('\n')
  process.stdout.write(`✗ ${line.slice(0, longest)}\n`)
}
if (failures.length > most) process.stdout.write(`✗ and ${failures.length - most} more\n`)
