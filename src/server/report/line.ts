import type { Report, ReportLine } from '#contract/report.ts'
import type { OrganisationId } from '#core/id.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf, type StoredOrganisation } from '#server/organisation/store.ts'
import { formsOf, type StoredForm } from './form-store.ts'
import type { PlacedReport } from './report-store.ts'

/** What lines of reports are shown with. */
export interface LineGround {
  readonly units: ReadonlyMap<OrganisationId, StoredOrganisation>
  readonly forms: readonly FormOfLine[]
  /** Today in China. */
  readonly day: string
}

type FormOfLine = Pick<StoredForm, 'form' | 'version'>

/** The ground of lines of the forms of a region, or of those that are known already. */
export async function lineGround(
  db: ReadDb,
  region: string,
  now: string,
  forms?: readonly FormOfLine[],
): Promise<LineGround> {
  const organisations = await organisationsOf(db, region)
  return {
    units: new Map(organisations.map((one) => [one.id, one])),
    forms: forms ?? (await formsOf(db, region)),
    day: dayInChina(now),
  }
}

export function formOfReport<Stored extends FormOfLine>(
  forms: readonly Stored[],
  row: Pick<PlacedReport, 'form' | 'version'>,
): Stored {
  const found = forms.find(({ form, version }) => form.code === row.form && version === row.version)
  if (!found) throw new Error(`No version ${row.version} of the form ${row.form}`)
  return found
}

/** A report in one line. */
export function reportLine(row: PlacedReport, { units, forms, day }: LineGround): ReportLine {
  const unit = row.parkId ?? row.townId ?? row.organisationId
  const park = unit === null ? undefined : units.get(unit)
  return {
    id: row.id,
    form: row.form,
    formName: formOfReport(forms, row).form.name,
    period: row.period,
    subject: { kind: row.subjectKind, code: row.subjectCode },
    subjectName: row.enterpriseName ?? row.title,
    ...(park && { park: park.code, parkName: nameOn(park, day) }),
    standing: standingOf(row, day),
    hardHits: row.hardHits,
    softHits: row.softHits,
    ...(row.changedAt !== null && { changedAt: row.changedAt }),
  }
}

function standingOf(row: PlacedReport, day: string): Report['line']['standing'] {
  return {
    state: row.state,
    ...(row.waitsFor !== null && { waitsFor: row.waitsFor }),
    due: row.due,
    isLate: (row.submittedOn ?? day) > row.due,
    isEstimated: row.isEstimated,
  }
}
