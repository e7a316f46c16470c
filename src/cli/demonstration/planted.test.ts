import { auditPlan } from '#core/audit/audit.ts'
import type { Finding } from '#core/audit/finding.ts'
import { normalise } from '#core/document/normalise.ts'
import { readPlan } from '#core/plan/read-plan.ts'
import { openDocument } from '#server/document/open-document.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import planted from '../../../data/demo/planted.json' with { type: 'json' }

const folder = path.join(import.meta.dirname, '../../../data/demo')

async function findingsOf(file: string): Promise<readonly Finding[]> {
  const opened = await openDocument({ path: path.join(folder, file) }, { inProcess: true })
  if (!opened.ok) throw new Error(opened.error.title)
  const document = normalise(opened.value.blocks)
  return auditPlan({ document, plan: readPlan(document), today: '2026-04-01' })
}

/** Planted errors no finding of their rule speaks of, as `rule: quote`. */
function missed(findings: readonly Finding[]): readonly string[] {
  return planted.errors
    .filter(
      ({ rule, quote }) => !findings.some((each) => each.rule === rule && speaksOf(each, quote)),
    )
    .map(({ rule, quote }) => `${rule}: ${quote}`)
}

function speaksOf({ citations, message }: Finding, quote: string): boolean {
  return (
    message.includes(quote) ||
    citations.some((place) => place.quote.includes(quote) || quote.includes(place.quote))
  )
}

test.each(['qinglan-plan.docx', 'qinglan-plan.pdf'])(
  'every error planted in %s is found',
  async (file) => {
    expect(missed(await findingsOf(file))).toEqual([])
  },
)

test('what the revision put right is not found in it any more', async () => {
  const findings = await findingsOf('qinglan-plan-revised.docx')
  const corrected = ['share-out-of-range', 'growth-period-as-yearly', 'shares-not-100']
  const rules = new Set(findings.map(({ rule }) => rule))
  expect(corrected.filter((rule) => rules.has(rule))).toEqual([])
})

test('every planted error stands in the source it was planted in', () => {
  const source = readFileSync(path.join(folder, planted.document), 'utf8')
  expect(planted.errors.filter(({ quote }) => !source.includes(quote))).toEqual([])
})
