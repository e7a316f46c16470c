import type { LineageNode } from '#contract/figure-fields.ts'
import { type Explanation, explain, inWords } from '#core/expression/explain.ts'
import { type Figure, type FigureKey, figureKey, subjectKey } from '#core/indicator/figure.ts'
import { type CompiledLibrary, entryAt } from '#core/indicator/library.ts'
import { parsePeriod, type Period, samePeriodLastYear } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { withFigures } from './asked-figures.ts'
import { environmentsOf, figureIn } from './figures.ts'
import { type Looker, shownTo, subjectsWithin } from './figure-scope.ts'
import { figureView } from './figure-view.ts'
import { libraryAt } from './library/library.ts'
import { type GivenRow, type MemberRow, membersBehind, vintagesOf } from './lineage-store.ts'

export interface LineageQuestion {
  readonly looker: Looker
  readonly asOf?: string
}

// A sum and a ratio of two sums show all that matters; more is asked for node by node.
const levels = 2
const mostMembers = 50

/**
 * Where a figure came from, two levels at a time: its formula with the inputs, the largest members of
 * its sum, or the cell or span it was taken from, with who made it known and when.
 */
export async function lineageOf(
  db: ReadDb,
  question: LineageQuestion,
  key: FigureKey,
): Promise<LineageNode> {
  const library = await libraryAt(db, question.asOf)
  return nodeOf({ db, library, ...question }, key, levels)
}

interface Ground extends LineageQuestion {
  readonly db: ReadDb
  readonly library: CompiledLibrary
}

async function nodeOf(ground: Ground, key: FigureKey, depth: number): Promise<LineageNode> {
  const { db, library, looker } = ground
  const traced = await tracedFigure(ground, key)
  const [figure = traced.figure] = await shownTo(db, looker, [traced.figure])
  const definition = entryAt(library, key.indicator, key.period)?.definition
  const node = {
    figure: figureView(library, figure),
    name: definition?.name ?? key.indicator,
    unit: definition?.unit ?? '',
    inputs: [],
  }
  if (figure.gap === 'suppressed') return node
  const told = { ...key, period: traced.period }
  switch (figure.origin) {
    case 'given':
      return { ...node, ...(await sourceOf(ground, told)) }
    case 'sum':
      return depth > 0 ? { ...node, ...(await membersOf(ground, told)) } : node
    case 'formula':
      return { ...node, ...(await inputsOf(ground, key, traced, depth)) }
  }
}

interface Traced {
  readonly figure: Figure
  /** At which the figure is told, where no formula computes it. */
  readonly period: Period
  readonly formula?: string
  readonly explanation?: Explanation
}

function tracedFigure({ db, library, looker, asOf }: Ground, key: FigureKey): Promise<Traced> {
  const { subject, period, indicator } = key
  const ground = { region: looker.region, ...(asOf !== undefined && { asOf }) }
  const expression = entryAt(library, indicator, period)?.expression
  return withFigures(db, ground, (asked) => {
    const seen = environmentsOf({ library, asked }, subject, period)
    return {
      figure: figureIn({ library, asked, ...seen }, key),
      period: asked.toldPeriod(key),
      ...(expression && {
        formula: expression.source,
        explanation: explain(expression, seen.environment),
      }),
    }
  })
}

async function sourceOf(
  { db, looker, asOf }: Ground,
  key: FigureKey,
): Promise<Partial<LineageNode>> {
  const vintages = await vintagesOf(db, looker.region, key, [key.period])
  const vintage = vintages.find(({ knownFrom }) => asOf === undefined || knownFrom <= asOf)
  return vintage ? sourcePart(vintage) : {}
}

function sourcePart({ kind, reference, place, by, knownFrom, cause }: GivenRow) {
  return {
    source: { kind, reference, ...(place !== null && { place }) },
    by,
    knownFrom,
    cause,
  }
}

async function membersOf(ground: Ground, key: FigureKey): Promise<Partial<LineageNode>> {
  const { db, looker, library, asOf } = ground
  const moment = { region: looker.region, ...(asOf !== undefined && { asOf }) }
  const all = await membersBehind(db, moment, key)
  const open = await subjectsWithin(db, looker, all.map(subjectOf))
  const listed = all.filter((row) => open.has(subjectKey(subjectOf(row)))).slice(0, mostMembers)
  const omitted = all.length - listed.length
  return {
    inputs: listed.map((row) => memberNode(library, row)),
    ...(omitted > 0 && { omitted }),
  }
}

function memberNode(library: CompiledLibrary, row: MemberRow): LineageNode {
  const { indicator, period, value, base, share } = row
  const definition = entryAt(library, indicator, period)?.definition
  const figure: Figure = {
    subject: subjectOf(row),
    indicator,
    period,
    value,
    base,
    matched: base === null ? null : value,
    origin: 'given',
    count: 1,
  }
  return {
    figure: figureView(library, figure),
    name: definition?.name ?? indicator,
    unit: definition?.unit ?? '',
    ...sourcePart(row),
    share,
    inputs: [],
  }
}

function subjectOf({ subjectKind, subjectCode }: GivenRow) {
  return { kind: subjectKind, code: subjectCode }
}

async function inputsOf(
  ground: Ground,
  key: FigureKey,
  { formula, explanation }: Traced,
  depth: number,
): Promise<Partial<LineageNode>> {
  if (formula === undefined || !explanation) return {}
  const keys = depth > 0 ? inputKeys(ground.library, key, explanation) : []
  const inputs: LineageNode[] = []
  for (const input of keys) inputs.push(await nodeOf(ground, input, depth - 1))
  return { formula, inWords: inWords(explanation), inputs }
}

/**
 * The figures a formula looked up itself. What it took as 上年同期 stands beside the figure of this
 * year, so the same period of last year is no input of its own.
 */
function inputKeys(
  library: CompiledLibrary,
  { subject, period }: FigureKey,
  explanation: Explanation,
): readonly FigureKey[] {
  const keys = new Map<string, FigureKey>()
  const visit = ({ name, when, parts }: Explanation): void => {
    const indicator = name === undefined ? undefined : library.codes.get(name)
    if (indicator === undefined) {
      for (const part of parts) visit(part)
      return
    }
    const looked = parsePeriod(when ?? '') ?? period
    const input = {
      subject,
      indicator,
      period: looked === samePeriodLastYear(period) ? period : looked,
    }
    keys.set(figureKey(input), input)
  }
  visit(explanation)
  return [...keys.values()]
}
