import { existsSync, readFileSync } from 'node:fs'
import { auditPlan, auditPlans } from '#core/audit/audit.ts'
import type { Finding } from '#core/audit/finding.ts'
import type { AuditInput } from '#core/audit/rule.ts'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import { readPlan } from '#core/plan/read-plan.ts'
import { type Expected, expected } from '#test/known-contradictions.ts'
import { type Score, scoreOf, total } from '#test/contradiction-score.ts'

const plans = new URL('../../../shared/plans/', import.meta.url)

if (existsSync(plans)) report()
else console.log('没有标注语料（../shared），无法测算体检效果。')

/** Prints, for each document and each pair held together, what was found, missed and wrongly accused. */
function report(): void {
  const groups = new Map(expected.map(({ documents }) => [documents.join(' + '), documents]))
  const scores = [...groups].map(([name, documents]) => {
    const inputs = documents.map(inputOf)
    const started = performance.now()
    const findings = findingsOf(inputs)
    const spent = performance.now() - started
    const own = expected.filter((one) => one.documents.join(' + ') === name)
    const score = scoreOf(own, findings)
    console.log(`\n${name}  ${spent.toFixed(0)} 毫秒`)
    printScore(score)
    return score
  })
  console.log('\n合计')
  printScore({ ...total(scores), missed: [], wrong: [] })
}

function inputOf(name: string): AuditInput {
  const document = normalise(fromText(readFileSync(new URL(`${name}.txt`, plans), 'utf8')))
  return { document, plan: readPlan(document), file: name }
}

/** One document by itself; of several only what holds them against each other. */
function findingsOf(inputs: readonly AuditInput[]): readonly Finding[] {
  const [first, ...others] = inputs
  if (!first) return []
  if (others.length === 0) return auditPlan(first)
  return auditPlans(inputs).filter(
    ({ citations }) => new Set(citations.map(({ file }) => file)).size > 1,
  )
}

function printScore({ found, expected, right, accused, missed, wrong }: Score): void {
  console.log(`  真实矛盾 ${found}/${expected}，错误与疑似 ${right}/${accused} 属实`)
  for (const one of missed) console.log(`  漏  ${describe(one)}`)
  for (const one of wrong) console.log(`  误  ${one.rule}  ${one.message}`)
}

function describe({ rules, about }: Expected): string {
  return `${rules.join('|')}  ${about.join(' ')}`
}
