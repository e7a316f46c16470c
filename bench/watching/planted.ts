import { demonstrationOf, usualDemonstration } from '#core/demonstration/demonstration.ts'
import { monthPeriod } from '#core/period/period.ts'
import { shippedRules } from '#server/watching/warning-store.ts'
import { warningSkill } from '../../src/test/warning-skill.ts'

/** What the shipped rules find of what was planted in the invented district, rule by rule. */
export async function tellPlanted(): Promise<void> {
  const rules = (await shippedRules()).filter(({ subject }) => subject === 'enterprise')
  const demonstration = demonstrationOf(usualDemonstration)
  const { outcomes, warnings } = warningSkill(demonstration, rules, monthPeriod(2021, 3))
  const inTime = outcomes.filter(({ monthsLate }) => monthsLate !== undefined && monthsLate <= 1)
  console.log(`planted: ${outcomes.length}, found within a month: ${inTime.length}`)
  for (const { kind, from, monthsLate } of outcomes) {
    if (monthsLate === undefined || monthsLate > 1) {
      console.log(`  ${kind} from ${from}: ${monthsLate ?? 'never'} months late`)
    }
  }
  console.log('rule                         grade    warnings  planted')
  for (const { code } of rules) {
    for (const grade of ['red', 'orange', 'yellow'] as const) {
      const own = warnings.filter(({ rule, worst }) => rule === code && worst === grade)
      if (own.length === 0) continue
      const right = own.filter(({ isPlanted }) => isPlanted).length
      console.log(
        `${code.padEnd(28)} ${grade.padEnd(8)} ${String(own.length).padStart(8)} ${right}`,
      )
    }
  }
  const right = warnings.filter(({ isPlanted }) => isPlanted).length
  console.log(`all: ${warnings.length}, planted ${right} (${share(right, warnings.length)})`)
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`
}
