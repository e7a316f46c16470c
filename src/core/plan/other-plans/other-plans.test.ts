import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Document } from '#core/document/document.ts'
import { fromMarkdown } from '#core/document/from-markdown.ts'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import type { Plan, Project, Target, Task } from '../plan.ts'
import { readPlan } from '../read-plan.ts'

// Plans of invented places, each of another style. Beside each its facts, a line each:
// `plan 题名 2026-2030 文号 印发日` · `指标@范围 单位 2025:基期 2030>=目标^力争 +年均增长` (`…` cumulative,
// `Δ` a change) · `task 牵头 | 责任 | 时限` · `project 名称 总投资 2026-2028`.
test.each([
  ['a prefecture, from Markdown', 'qingheng.md'],
  ['a province, with boxes', 'jiangyuan.txt'],
  ['a county, three years of action', 'huaishan.txt'],
  ['a park, a cell a line', 'lanwan.txt'],
  ['a district, copied from a page of the web', 'yanbei.txt'],
  ['a city, with decimal numbers', 'zhuxi.txt'],
  ['a city, in parts and chapters', 'changquan.txt'],
  ['a park, with goals under their years', 'qinglu.txt'],
])('the plan of %s is read as its facts say', (_, file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const facts = readFileSync(new URL(file.replace(/\.\w+$/, '.facts'), import.meta.url), 'utf8')
  const document = normalise(file.endsWith('.md') ? fromMarkdown(text) : fromText(text))
  const plan = readPlan(document)
  expect(drawnFacts(plan).toSorted()).toEqual(facts.trim().split('\n').toSorted())
  expect(misquoted(document, plan)).toEqual([])
})

function drawnFacts(plan: Plan): readonly string[] {
  return [
    words(
      'plan',
      plan.title,
      `${plan.period.start}-${plan.period.end}`,
      plan.documentNumber,
      plan.issuedOn,
    ),
    ...plan.targets.map(drawnTarget),
    ...plan.tasks.map(drawnTask),
    ...plan.projects.map(drawnProject),
  ]
}

function words(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

function drawnTarget({ indicator, scope, unit, baseline, milestones, growth }: Target): string {
  return words(
    `${indicator}${scope ? `@${scope.name}` : ''}`,
    unit,
    baseline && `${baseline.year}:${baseline.value ?? baseline.text}`,
    ...milestones.map(({ year, op, value, high, stretch, kind, text }) => {
      const to = `${high === undefined ? '' : `..${high}`}${stretch === undefined ? '' : `^${stretch}`}`
      return `${year}${op}${value ?? text}${to}${kind === 'level' ? '' : kind === 'change' ? 'Δ' : '…'}`
    }),
    ...growth.map(
      (one) =>
        `${one.value < 0 ? '' : '+'}${one.value}${one.unit}${one.cumulative === true ? '…' : ''}`,
    ),
  )
}

function drawnTask({ lead, responsible, deadline }: Task): string {
  return ['task', lead.join('、'), '|', responsible.join('、'), deadline && `| ${deadline.text}`]
    .filter(Boolean)
    .join(' ')
}

function drawnProject({ name, investment, startYear, endYear }: Project): string {
  return words('project', name, investment?.value, startYear && `${startYear}-${endYear}`)
}

/** Items whose citation is not the text at its place. */
function misquoted(document: Document, plan: Plan): readonly string[] {
  return [...plan.targets, ...plan.tasks, ...plan.projects]
    .map(({ citation }) => citation)
    .filter(({ start, end, quote }) => document.text.slice(start, end) !== quote)
    .map(({ quote }) => quote)
}
