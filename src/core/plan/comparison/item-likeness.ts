import { type Bigrams, bigramsOf, likeness, plainName } from './likeness.ts'
import type { Industry, Park, Project, Target, Task } from '../plan.ts'

/** A name ready to be compared with many others. */
interface Named {
  readonly name: Bigrams
}

interface PreparedTarget extends Named {
  /** The name without 规模以上工业, which half of all indicators share. */
  readonly core: Bigrams
  readonly scope: string
  readonly unit: string
  readonly figures: ReadonlySet<string>
  readonly where: string
}

export function preparedTarget(target: Target): PreparedTarget {
  const scope = plainName(target.scope?.name ?? '')
  // The same indicator is written with and without the name of what it is about.
  const plain = plainName(target.indicator)
  const name = plain.replace(scope, '') || plain
  return {
    name: bigramsOf(name),
    core: bigramsOf(name.replace(/规模以上工业(?:企业)?/, '') || name),
    scope,
    unit: target.unit ?? '',
    figures: new Set(
      target.milestones.map(({ year, kind, value, text }) => `${year} ${kind} ${value ?? text}`),
    ),
    where: target.citation.where,
  }
}

/** The name decides; scope and unit must agree; equal figures and place only break ties. */
export function targetLikeness(left: PreparedTarget, right: PreparedTarget): number {
  const name = (likeness(left.name, right.name) + likeness(left.core, right.core)) / 2
  if (name < 0.5) return 0
  const scope =
    left.scope === right.scope ? 1 : likeness(bigramsOf(left.scope), bigramsOf(right.scope))
  if (scope < 0.5) return 0
  // A sum and its rate are worded almost alike; only the very same wording can be a changed unit.
  const isSameMeasure =
    left.unit === '' || right.unit === '' || measureOf(left.unit) === measureOf(right.unit)
  if (!isSameMeasure && name < 1) return 0
  const unit = left.unit === right.unit || left.unit === '' || right.unit === '' ? 1 : 0.3
  const ties = 0.04 * shared(left.figures, right.figures) + (left.where === right.where ? 0.01 : 0)
  return 0.7 * name + 0.15 * scope + 0.1 * unit + ties
}

/** What a unit measures: a share, money, or else a count. */
function measureOf(unit: string): 'share' | 'money' | 'count' {
  if (/[%‰]|百分点/.test(unit)) return 'share'
  return /元/.test(unit) ? 'money' : 'count'
}

interface PreparedTask extends Named {
  readonly opening: Bigrams
  readonly units: ReadonlySet<string>
}

export function preparedTask(task: Task): PreparedTask {
  const text = plainName(task.text)
  return {
    name: bigramsOf(text),
    opening: bigramsOf(text.slice(0, openingLength)),
    units: new Set([...task.lead, ...task.responsible]),
  }
}

/** A task that was cut or extended still opens alike. */
const openingLength = 20

export function taskLikeness(left: PreparedTask, right: PreparedTask): number {
  const text = Math.max(likeness(left.name, right.name), likeness(left.opening, right.opening))
  if (text < 0.4) return 0
  return 0.9 * text + 0.1 * shared(left.units, right.units)
}

/** The share of all entries that both have; 1 where neither has any. */
function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const all = new Set([...left, ...right]).size
  return all === 0 ? 1 : (left.size + right.size - all) / all
}

interface PreparedProject extends Named {
  readonly content: Bigrams
  readonly sector: string
}

export function preparedProject(project: Project): PreparedProject {
  return {
    name: bigramsOf(plainName(project.name).replace(/项目$/, '')),
    content: bigramsOf(plainName(project.content ?? '')),
    sector: plainName(project.sector ?? ''),
  }
}

export function projectLikeness(left: PreparedProject, right: PreparedProject): number {
  const name = likeness(left.name, right.name)
  if (name < 0.5) return 0
  const content = likeness(left.content, right.content)
  return 0.85 * name + 0.1 * content + (left.sector === right.sector ? 0.05 : 0)
}

export function preparedIndustry(industry: Industry): Named {
  return { name: bigramsOf(plainName(industry.name).replace(/(?:产业|工业|制造业)+$/, '')) }
}

export function industryLikeness(left: Named, right: Named): number {
  return likeness(left.name, right.name)
}

export function preparedPark(park: Park): Named {
  return { name: bigramsOf(plainName(park.name).replace(/区$/, '')) }
}

export function parkLikeness(left: Named, right: Named): number {
  return likeness(left.name, right.name)
}
