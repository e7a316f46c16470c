import type { KnownIndicator, KnownSubject, Vocabulary } from '#core/spreadsheet/names.ts'
import type { Region } from '#contract/session.ts'
import type { ReadDb } from '#server/db/db.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { readIndustries } from '#server/reference/industries.ts'
import { organisationsOf, type StoredOrganisation } from '#server/organisation/store.ts'

/** What tables of figures of a region can be about. */
export async function vocabularyOf(db: ReadDb, region: Region): Promise<Vocabulary> {
  const [library, industries, organisations, enterprises, chains] = await Promise.all([
    libraryAt(db),
    divisions(),
    organisationsOf(db, region.code),
    enterprisesOf(db, region.code),
    chainsOf(db, region.code),
  ])
  const indicators = [...library.entries.values()].flatMap(
    (versions): readonly KnownIndicator[] => {
      const latest = versions.at(-1)
      return latest ? [latest.definition] : []
    },
  )
  return {
    indicators,
    subjects: [...organisations.flatMap(ofOrganisation), ...enterprises, ...chains, ...industries],
    region: {
      subject: { kind: 'region', code: region.code },
      name: region.name,
      otherNames: [],
      codes: [],
    },
  }
}

let known: Promise<readonly KnownSubject[]> | undefined

/** The industries sums are kept for: the 大类 of GB/T 4754. */
function divisions(): Promise<readonly KnownSubject[]> {
  known ??= readIndustries().then((tree) =>
    [...tree.values()]
      .filter(({ level }) => level === 'division')
      .map(({ code, name }) => ({
        subject: { kind: 'industry', code },
        name,
        otherNames: [],
        codes: [],
      })),
  )
  return known
}

function ofOrganisation(organisation: StoredOrganisation): readonly KnownSubject[] {
  const { kind, code, stages, aliases } = organisation
  if (kind !== 'park' && kind !== 'town') return []
  const [name = code, ...earlier] = stages.map((stage) => stage.name).toReversed()
  return [{ subject: { kind, code }, name, otherNames: [...aliases, ...earlier], codes: [] }]
}

async function enterprisesOf(db: ReadDb, region: string): Promise<readonly KnownSubject[]> {
  const rows = await db
    .selectFrom('enterprise')
    .select(['id', 'uscc', 'name', 'formerNames'])
    .where('regionCode', '=', region)
    .orderBy('id')
    .execute()
  return rows.map(({ id, uscc, name, formerNames }) => ({
    subject: { kind: 'enterprise', code: id },
    name,
    otherNames: formerNames.map((former) => former.name),
    codes: uscc === null ? [] : [uscc],
  }))
}

async function chainsOf(db: ReadDb, region: string): Promise<readonly KnownSubject[]> {
  const rows = await db
    .selectFrom('chain')
    .select(['code', 'name'])
    .where('regionCode', '=', region)
    .orderBy('position')
    .execute()
  return rows.map(({ code, name }) => ({
    subject: { kind: 'chain', code },
    name,
    otherNames: [],
    codes: [],
  }))
}
