import type { Growth, Milestone, Plan, Target, Task } from '#core/plan/plan.ts'
import { normalise } from '#core/document/normalise.ts'
import type { Document, SourceBlock } from '#core/document/document.ts'
import type { Citation } from '#core/document/citation.ts'
import { drawnTable } from './drawn-table.ts'

/** A plan of 2021–2025 with nothing in it but the given items. */
export function drawnPlan(items: Partial<Plan> = {}): Plan {
  return {
    title: '某区制造业“十四五”规划',
    supersedes: [],
    region: { name: '某区' },
    period: { start: 2021, end: 2025 },
    targets: [],
    tasks: [],
    projects: [],
    industries: [],
    parks: [],
    enterprises: [],
    ...items,
  }
}

/**
 * Targets, a line each: `规上工业产值 亿元 | 2020 155.9 | 2023 275 +20.8% | 2025 >=400 +20.7%`. The first
 * year is the base, `-` a base that is missing. Growth: `+1.5pp`, `+0.6abs`, `+30%all` for the whole
 * stretch, `~8%` for 8%左右. `prose:` before the line puts it in the text, `@园区甲` after the name gives
 * a park, `@@产业甲` an industry.
 */
export function drawnTargets(drawing: string): Target[] {
  return drawing
    .trim()
    .split('\n')
    .map((line, i) => drawnTarget(line.trim(), i))
}

function drawnTarget(line: string, index: number): Target {
  const [head = '', base = '-', ...goals] = line
    .replace(/^prose:\s*/, '')
    .split('|')
    .map((part) => part.trim())
  const [name = '', unit = ''] = head.split(/\s+/)
  const [indicator = '', park, industry] = name.split('@')
  const scope = industry
    ? { kind: 'industry' as const, name: industry }
    : park
      ? { kind: 'park' as const, name: park }
      : undefined
  const [baseYear = '2020', baseText] = base.split(/\s+/)
  const where = line.startsWith('prose:') ? 'prose' : 'table'
  const years = goals.map((goal) => Number(goal.split(/\s+/)[0]))
  return {
    indicator,
    ...(scope && { scope }),
    ...(unit && { unit }),
    ...(baseText !== undefined && {
      baseline: { year: Number(baseYear), value: Number(baseText), text: baseText },
    }),
    milestones: goals.map((goal) => drawnMilestone(goal, unit)),
    growth: goals.flatMap((goal, i) => drawnGrowth(goal, years[i - 1] ?? Number(baseYear))),
    citation: { ...placeOf(index, line), where, ...(where === 'table' && { table: '表1' }) },
  }
}

function drawnMilestone(goal: string, unit: string): Milestone {
  const [year = '', text = ''] = goal.split(/\s+/)
  const [, op = '', low, high] = /^([<>]=?|~)?(-?[\d.]+)?(?:-([\d.]+))?/.exec(text) ?? []
  return {
    year: Number(year),
    kind: 'level',
    op: isBound(op) ? op : '=',
    unit,
    text,
    ...(low !== undefined && { value: Number(low) }),
    ...(high !== undefined && { high: Number(high) }),
  }
}

function isBound(text: string): text is Milestone['op'] {
  return ['>=', '<=', '>', '<', '~'].includes(text)
}

function drawnGrowth(goal: string, from: number): Growth[] {
  const [year = '', , text] = goal.split(/\s+/)
  const match = /^([+~-])([\d.]+)(%|pp|abs)(all)?$/.exec(text ?? '')
  if (!match) return []
  const [, sign, digits = '', unit, all] = match
  return [
    {
      from,
      to: Number(year),
      value: Number(digits) * (sign === '-' ? -1 : 1),
      unit: unit === 'pp' ? '百分点' : unit === 'abs' ? 'absolute' : '%',
      text: `${digits}${unit === 'pp' ? '个百分点' : '%'}${sign === '~' ? '左右' : ''}`,
      ...(all && { cumulative: true }),
    },
  ]
}

/** Tasks, a line each: `建成平台 | 甲局 | 乙局、丙局 | 2025年`; a blank part is missing. */
export function drawnTasks(drawing: string): Task[] {
  return drawing
    .trim()
    .split('\n')
    .map((line, i) => {
      const [text = '', lead = '', responsible = '', deadline = ''] = line
        .split('|')
        .map((part) => part.trim())
      const year = /\d{4}/.exec(deadline)?.[0]
      return {
        text,
        no: String(i + 1),
        lead: lead.split('、').filter(Boolean),
        responsible: responsible.split('、').filter(Boolean),
        ...(deadline && { deadline: { text: deadline, ...(year && { year: Number(year) }) } }),
        citation: placeOf(i, line),
      }
    })
}

/**
 * A document of paragraphs; lines with `|` that follow one another are a table, with the line before
 * it as its caption.
 */
export function drawnDocument(drawing: string): Document {
  const blocks: SourceBlock[] = []
  let rows: string[] = []
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push(drawnTable(rows.join('\n')))
    rows = []
  }
  for (const line of drawing
    .trim()
    .split('\n')
    .map((text) => text.trim())) {
    if (line.includes('|')) rows.push(line)
    else {
      closeTable()
      if (line !== '') blocks.push({ kind: 'paragraph', text: line })
    }
  }
  closeTable()
  return normalise(blocks)
}

function placeOf(index: number, line: string): Citation {
  return { start: index * 1000, end: index * 1000 + line.length, quote: line, where: 'table' }
}
