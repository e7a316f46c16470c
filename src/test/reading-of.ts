import type { Finding } from '#core/audit/finding.ts'
import { cite } from '#core/document/citation.ts'
import type { Document } from '#core/document/document.ts'
import type { Plan, Target } from '#core/plan/plan.ts'
import type { Reading } from '#server/plan/reading/messages.ts'

/**
 * A reading drawn as lines: the title first, then a target a line, `规上工业总产值 亿元 2020:100 2025:200`:
 * indicator, unit, base and milestones. A line that starts with `?` is doubtful. Each line is a
 * paragraph of the document and the citation of its target.
 */
export function readingOf(
  picture: string,
  { meta = {}, findings = [] }: { meta?: Partial<Plan>; findings?: readonly string[] } = {},
): Reading {
  const [title = '', ...lines] = picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const document = documentOf([title, ...lines])
  const targets = lines.map((line, index) => targetOf(document, line, index + 1))
  const plan: Plan = {
    title,
    supersedes: [],
    region: { name: '青澜区' },
    period: { start: 2021, end: 2025 },
    targets,
    tasks: [],
    projects: [],
    industries: [],
    parks: [],
    enterprises: [],
    ...meta,
  }
  return {
    document,
    plan,
    findings: findings.map((rule): Finding => ({
      rule,
      severity: 'error',
      message: `${rule}：数字对不上`,
      citations: targets.slice(0, 1).map(({ citation }) => citation),
    })),
  }
}

function documentOf(lines: readonly string[]): Document {
  let start = 0
  const blocks = lines.map((line) => {
    const block = { kind: 'paragraph', path: [], start, end: start + line.length } as const
    start = block.end + 1
    return block
  })
  return { text: `${lines.join('\n')}\n`, blocks }
}

function targetOf(document: Document, line: string, index: number): Target {
  const block = document.blocks[index]
  if (!block) throw new Error('Each line is a block')
  const [indicator = '', unit = '', base = '', ...milestones] = line.replace(/^\? /, '').split(' ')
  const [baseYear, baseValue] = yearValue(base)
  return {
    indicator,
    unit,
    baseline: { year: baseYear, value: baseValue, text: String(baseValue) },
    milestones: milestones.map((text) => {
      const [year, value] = yearValue(text)
      return { year, value, kind: 'level', unit, op: '=', text: `${value}${unit}` }
    }),
    growth: [],
    citation: cite(document, block, block),
    ...(line.startsWith('?') && { doubts: ['unit-guessed'] }),
  }
}

function yearValue(text: string): readonly [number, number] {
  const [year, value] = text.split(':').map(Number)
  return [year ?? 0, value ?? 0]
}
