import { type Subject, subjectKey, type SubjectKind } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { readTagKinds } from '#server/reference/enterprise-tags.ts'
import { readIndustries } from '#server/reference/industries.ts'

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
  const self = await db.selectFrom('region').selectAll().where('code', '=', region).execute()
  for (const each of self) name('region', each.code, each.name)
  for (const unit of await organisationsOf(db, region)) {
    const called = unit.stages.at(-1)?.name ?? unit.code
    name('park', unit.code, called)
    name('town', unit.code, called)
  }
  const enterprises = await db
    .selectFrom('enterprise')
    .select(['id', 'name'])
    .where('regionCode', '=', region)
    .execute()
  for (const each of enterprises) name('enterprise', each.id, each.name)
  const projects = await db
    .selectFrom('project')
    .select(['id', 'name'])
    .where('regionCode', '=', region)
    .execute()
  for (const each of projects) name('project', each.id, each.name)
  const chains = await db
    .selectFrom('chain')
    .select(['code', 'name'])
    .where('regionCode', '=', region)
    .execute()
  for (const each of chains) name('chain', each.code, each.name)
  for (const [code, text] of sizeNames) name('size', code, text)
  for (const tag of await tagKinds()) name('tag', tag.code, tag.name)
  return (subject) =>
    names.get(subjectKey(subject)) ??
    (subject.kind === 'industry' ? industries.get(subject.code)?.name : undefined) ??
    subject.code
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
