import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scoreOf, total } from '#test/contradiction-score.ts'
import { expected } from '#test/known-contradictions.ts'
import { fromText } from '../document/from-text.ts'
import { normalise } from '../document/normalise.ts'
import { readPlan } from '../plan/read-plan.ts'
import { auditPlan, auditPlans } from './audit.ts'
import type { Finding } from './finding.ts'
import type { AuditInput } from './rule.ts'
import { auditRules } from './rules.ts'

const plans = new URL('../../../../shared/plans/', import.meta.url)
const sharedIsThere = existsSync(plans)

function inputOf(name: string): AuditInput {
  const document = normalise(fromText(readFileSync(new URL(`${name}.txt`, plans), 'utf8')))
  return { document, plan: readPlan(document), file: name }
}

/** Findings of one document, or those that hold several against each other. */
function findingsOf(names: readonly string[]): readonly Finding[] {
  const inputs = names.map(inputOf)
  const [first] = inputs
  if (first && inputs.length === 1) return auditPlan(first)
  return auditPlans(inputs).filter(
    ({ citations }) => new Set(citations.map(({ file }) => file)).size > 1,
  )
}

const groups = [...new Set(expected.map(({ documents }) => documents.join(' ')))]

test.skipIf(!sharedIsThere)(
  'the contradictions of the real plans are found, and little else',
  () => {
    const scores = groups.map((group) =>
      scoreOf(
        expected.filter(({ documents }) => documents.join(' ') === group),
        findingsOf(group.split(' ')),
      ),
    )
    const { found, expected: known, right, accused } = total(scores)
    expect(found / known).toBeGreaterThanOrEqual(0.95)
    expect(right / accused).toBeGreaterThanOrEqual(0.9)
  },
)

test.skipIf(!sharedIsThere)(
  'every place a finding rests on reproduces its quote, and its rule is described',
  () => {
    const described = new Set(auditRules.map(({ code }) => code))
    const singles = groups.filter((group) => !group.includes(' '))
    const faults = singles.flatMap((name) => {
      const input = inputOf(name)
      return auditPlan(input).flatMap(({ rule, citations }) => [
        ...(described.has(rule) ? [] : [rule]),
        ...(citations.length > 0 ? [] : [`${rule} rests on nothing`]),
        ...citations
          .filter(({ start, end, quote }) => input.document.text.slice(start, end) !== quote)
          .map(({ quote }) => quote),
      ])
    })
    expect(faults).toEqual([])
  },
)
