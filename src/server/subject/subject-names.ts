import { type Subject, subjectKey, type SubjectKind } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import { readTagKinds } from '#server/reference/enterprise-tags.ts'
import { readIndustries } from '#server/reference/industries.ts'
import { sql } from 'kysely'

/** What a subject is called; its code where nobody named it. */
export type NameOf = (subject: Subject) => string

/**
 * The names of all subjects of a region as they are called now. Asked once a request: a list shows
 * hundreds of them.
 */
export async function subjectNames(db: ReadDb, region: string): Promise<NameOf> {
  const industries = await industryTree()
  const names = new Map<string, string>()
  const name = (kind: SubjectKind, code: string, text: string): void => {
    names.set(subjectKey({ kind, code }), text)
  }
  for (const row of await namedRows(db, region)) {
    if (row.kind !== 'organisation') name(row.kind, row.code, row.name)
    else {
      name('park', row.code, row.name)
      name('town', row.code, row.name)
    }
  }
  for (const [code, text] of sizeNames) name('size', code, text)
  for (const tag of await tagKinds()) name('tag', tag.code, tag.name)
  return (subject) =>
    names.get(subjectKey(subject)) ??
    (subject.kind === 'industry' ? industries.get(subject.code)?.name : undefined) ??
    subject.code
}

interface NamedRow {
  readonly kind: 'region' | 'organisation' | 'enterprise' | 'project' | 'chain'
  readonly code: string
  readonly name: string
}

/** Everything in a region that has a name of its own, in one question; units as they are called last. */
function namedRows(db: ReadDb, region: string): Promise<readonly NamedRow[]> {
  const rows = sql<NamedRow>`(
    select 'region' as kind, code, name from region where code = ${region}
    union all
    select 'organisation', o.code, s.name
    from organisation o
    join (
      select distinct on (organisation_id) organisation_id, name from organisation_stage
      where region_code = ${region} order by organisation_id, valid_from desc
    ) s on s.organisation_id = o.id
    where o.region_code = ${region}
    union all
    select 'enterprise', id::text, name from enterprise where region_code = ${region}
    union all
    select 'project', id::text, name from project where region_code = ${region}
    union all
    select 'chain', code, name from chain where region_code = ${region}
  )`
  return db.selectFrom(rows.as('named')).selectAll().execute()
}

const sizeNames = [
  ['large', '大型企业'],
  ['medium', '中型企业'],
  ['small', '小型企业'],
  ['micro', '微型企业'],
] as const

// The classifications do not change while the program runs.
let tags: ReturnType<typeof readTagKinds> | undefined
function tagKinds(): ReturnType<typeof readTagKinds> {
  tags ??= readTagKinds()
  return tags
}

let tree: ReturnType<typeof readIndustries> | undefined
function industryTree(): ReturnType<typeof readIndustries> {
  tree ??= readIndustries()
  return tree
}
