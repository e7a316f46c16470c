import type { Db } from '#server/db/db.ts'
import { bindingsOf, saveBinding } from '#server/indicator/binding/binding-store.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { newId } from '#server/new-id.ts'
import type { Period } from '#core/period/period.ts'
import { items, people, ratios, region } from './world.ts'

/** Binds thirty targets, two thirds of them to sums and the rest to ratios. */
export async function bindTargets(db: Db): Promise<void> {
  const indicators = [...items.slice(0, 20), ...ratios.slice(0, 10)]
  for (const indicator of indicators) {
    await saveBinding(db, region, {
      lineageId: newId('target-lineage'),
      indicator,
      subject: { kind: 'region', code: region },
      confirmedBy: people,
      confirmedAt: '2020-01-01T00:00:00.000Z',
    })
  }
}

/** The figures all targets are held against, as the ledger reads them. */
export async function targetFigures(db: Db, period: Period): Promise<number> {
  const bindings = await bindingsOf(db, region)
  const figures = await figuresOf(db, {
    region,
    subjects: [{ kind: 'region', code: region }],
    indicators: bindings.map(({ indicator }) => indicator),
    periods: [period],
  })
  return figures.filter(({ value }) => value !== null).length
}
