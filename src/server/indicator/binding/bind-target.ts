import type {
  bindTarget,
  listTargetMeasures,
  measuredTargets,
  targetBinding,
} from '#contract/target-binding.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { Action } from '#core/access/action.ts'
import type { Id } from '#core/id.ts'
import type { Figure } from '#core/indicator/figure.ts'
import { entryAt, type CompiledLibrary } from '#core/indicator/library.ts'
import { convert } from '#core/quantity/unit.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { badInput, notFound, regionNotYours } from '#server/http/failure.ts'
import { type LedgerRow, ledgerRows, targetOf } from '#server/plan/ledger-store.ts'
import { asOfPart } from '../as-of.ts'
import { type Binding, bindingOf, bindingsOf, removeBinding, saveBinding } from './binding-store.ts'
import { lookerOf, shownTo } from '../figure-scope.ts'
import { figureView } from '../figure-view.ts'
import { figuresOf } from '../figures.ts'
import { libraryAt } from '../library/library.ts'
import { knownPeriods } from '../moment-store.ts'
import { bindingProposer } from './propose-binding.ts'
import { seriesKey } from '../series-store.ts'

/** By what a target is measured, and what could measure it. */
export async function bindingAndProposals(
  context: ReadContext,
  { region, id }: Parsed<typeof targetBinding>,
): Promise<Answer<typeof targetBinding>> {
  const { db } = context
  refuseStrangers(context, 'read', region)
  const target = await targetOf(db, region, id)
  if (!target) throw notFound('Target')
  const binding = await bindingOf(db, region, target.lineageId)
  return {
    ...(binding && { binding: bindingView(binding) }),
    proposals: await (await bindingProposer(context))(target.content),
  }
}

// A person looks at the best few; the others are in the library.
const proposalsShown = 3

/** All targets in force with what measures them, or the best of what may. */
export async function targetMeasuresOf(
  context: ReadContext,
  { region }: Parsed<typeof listTargetMeasures>,
): Promise<Answer<typeof listTargetMeasures>> {
  const { db } = context
  refuseStrangers(context, 'read', region)
  const bindings = new Map((await bindingsOf(db, region)).map((one) => [one.lineageId, one]))
  const proposalsOf = await bindingProposer(context)
  const targets: Answer<typeof listTargetMeasures>['targets'][number][] = []
  for (const row of await targetsInForce(db, region, undefined)) {
    const { id, planId, planTitle, content, scopeName } = row
    const binding = bindings.get(row.lineageId)
    targets.push({
      id,
      planId,
      planTitle,
      name: content.indicator,
      ...(scopeName !== null && { scope: scopeName }),
      ...(content.unit !== undefined && { unit: content.unit }),
      ...(binding && { binding: bindingView(binding) }),
      proposals: binding ? [] : (await proposalsOf(content)).slice(0, proposalsShown),
    })
  }
  return { targets }
}

/** Confirms by what a target is measured; without a measure it is measured by nothing. */
export async function bindTargetOf(
  context: WriteContext,
  { region, id, measure }: Parsed<typeof bindTarget>,
): Promise<Answer<typeof bindTarget>> {
  const { db, user, now } = context
  refuseStrangers(context, 'review', region)
  const target = await targetOf(db, region, id)
  if (!target) throw notFound('Target')
  const { lineageId } = target
  const before = await bindingOf(db, region, lineageId)
  const binding = measure && { ...measure, lineageId, confirmedBy: user, confirmedAt: now }
  if (binding) {
    await refuseUnfit(db, target, binding)
    await saveBinding(db, region, binding)
  } else {
    await removeBinding(db, region, lineageId)
  }
  await record(db, [
    {
      region,
      at: now,
      by: user,
      action: 'target-bound',
      subject: lineageId as Id<'target-lineage'>,
      entity: { kind: 'target', id },
      before: before && { indicator: before.indicator, subject: before.subject },
      after: measure ?? null,
    },
  ])
  context.stale(['targets'])
  return binding ? { binding: bindingView(binding) } : {}
}

// Targets are published, figures are their region's own.
function refuseStrangers(context: ReadContext, action: Action, region: string): void {
  if (region !== context.region.code && !context.mayIn(action, region)) throw regionNotYours()
}

async function refuseUnfit(
  db: ReadDb,
  { content }: LedgerRow,
  { indicator }: Binding,
): Promise<void> {
  const library = await libraryAt(db)
  const unit = library.entries.get(indicator)?.at(-1)?.definition.unit
  if (unit === undefined) {
    throw badInput('indicator-unknown', 'No such indicator', { indicators: [indicator] })
  }
  if (content.unit !== undefined && convert(1, unit, content.unit) === undefined) {
    throw badInput('target-not-measurable', 'The units do not convert', {
      target: content.unit,
      indicator: unit,
    })
  }
}

// Figures of a year come at the latest with those of the next: so many periods hold the latest of each.
const periodsLookedAt = 30

/** The latest figure of every target in force that is measured by something. */
export async function measuredTargetsOf(
  context: ReadContext,
  { region, planId, asOf }: Parsed<typeof measuredTargets>,
): Promise<Answer<typeof measuredTargets>> {
  const { db } = context
  refuseStrangers(context, 'read', region)
  const bindings = new Map((await bindingsOf(db, region)).map((one) => [one.lineageId, one]))
  const rows = (await targetsInForce(db, region, planId)).flatMap((row) => {
    const binding = bindings.get(row.lineageId)
    return binding ? [{ row, binding }] : []
  })
  const library = await libraryAt(db, asOfPart(asOf).asOf)
  const latest = await latestFigures(
    context,
    { region, ...asOfPart(asOf) },
    rows.map(({ binding }) => binding),
  )
  return {
    targets: rows.flatMap(({ row, binding }) => {
      const figure = latest.get(seriesKey(binding))
      return figure ? [measuredView(library, row, figure)] : []
    }),
  }
}

function targetsInForce(db: ReadDb, region: string, planId: LedgerRow['planId'] | undefined) {
  const everything = { category: [], attribute: [], scopeKind: [], scopeName: [], region: [] }
  const order = { sort: 'document', order: 'up' } as const
  const filter = { ...everything, ...order, planId, text: undefined, year: undefined }
  return ledgerRows(db, [region], filter, { limit: 2000, offset: 0 })
}

/** By `seriesKey`: the figure of the latest period that has one. */
async function latestFigures(
  context: ReadContext,
  question: { readonly region: string; readonly asOf?: string },
  bindings: readonly Binding[],
): Promise<ReadonlyMap<string, Figure>> {
  const { db } = context
  const periods = (await knownPeriods(db, question.region)).toReversed().slice(0, periodsLookedAt)
  const latest = new Map<string, Figure>()
  for (const [, group] of Map.groupBy(bindings, ({ subject }) => JSON.stringify(subject))) {
    const [first] = group
    if (!first) continue
    const figures = await figuresOf(db, {
      ...question,
      subjects: [first.subject],
      indicators: [...new Set(group.map(({ indicator }) => indicator))],
      periods,
    })
    for (const figure of await shownTo(db, lookerOf(context), figures)) {
      const key = seriesKey(figure)
      if (figure.value !== null && !latest.has(key)) latest.set(key, figure)
    }
  }
  return latest
}

function measuredView(library: CompiledLibrary, row: LedgerRow, figure: Figure) {
  const definition = entryAt(library, figure.indicator, figure.period)?.definition
  const unit = definition?.unit ?? ''
  const value = convert(Number(figure.value), unit, row.content.unit ?? unit)
  return {
    id: row.id,
    indicator: figure.indicator,
    name: definition?.name ?? figure.indicator,
    unit,
    figure: figureView(library, figure),
    ...(value !== undefined && { value }),
  }
}

function bindingView({ indicator, subject, confirmedBy, confirmedAt }: Binding) {
  return { indicator, subject, confirmedBy, confirmedAt }
}
