import { isWorkingDay, workingDaysBetween } from '#core/calendar/working-days.ts'
import { notify } from '#server/notification/notify.ts'
import { isAbolished, type RegionGround, unitName } from './matter-rows.ts'
import type { MatterRow } from './matter-store.ts'
import type { Telling } from './telling.ts'
import { sendDigest } from '../webhook/webhook.ts'

// As many working days ahead count as soon.
const soonDays = 5

/** What each unit owes this day, told once to those who handle its matters. */
export async function tellDigests(
  telling: Telling,
  ground: RegionGround,
  rows: readonly MatterRow[],
): Promise<void> {
  const { calendar, day, region } = ground
  if (!isWorkingDay(calendar, day)) return
  const owed = rows.filter(({ phase, waitsFor }) => phase === 'open' && waitsFor === 'lead')
  const byLead = Map.groupBy(owed, ({ leadId }) => leadId)
  const digests = []
  for (const [lead, own] of byLead) {
    if (lead === null || isAbolished(ground, lead)) continue
    const days = own.flatMap(({ due }) =>
      due === null ? [] : [workingDaysBetween(calendar, day, due)],
    )
    const late = days.filter((left) => left < 0).length
    const soon = days.filter((left) => left >= 0 && left <= soonDays).length
    const values = { owed: own.length, late, soon }
    digests.push({ unit: unitName(ground, lead).name, ...values })
    await notify(telling, {
      region,
      to: { organisation: lead, allowed: 'handle-matters' },
      kind: 'matter-digest',
      subject: { kind: 'digest', id: day },
      values,
      link: '/matters?view=owe',
    })
  }
  if (digests.length > 0) await sendDigest(telling, { region, day, digests })
}
