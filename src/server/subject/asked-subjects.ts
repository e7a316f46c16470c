import { readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'
import type { ReadContext } from '#server/http/context.ts'
import { subjectsWithSeries } from '#server/indicator/moment-store.ts'
import { sightOf } from './sight.ts'

/**
 * The subjects that checked texts name. `park:*` is every park there are figures of, as far as somebody sees
 * them one by one, so that a link stays short and takes in what is new.
 */
export async function askedSubjects(
  context: ReadContext,
  texts: readonly string[],
): Promise<readonly Subject[]> {
  const asked = texts.flatMap((text) => readSubject(text) ?? [])
  if (!asked.some(isAll)) return asked
  const { db, region } = context
  const sees = await sightOf(context)
  const found: Subject[] = []
  for (const subject of asked) {
    if (!isAll(subject)) found.push(subject)
    else {
      const there = await subjectsWithSeries(db, region.code, subject.kind)
      found.push(...there.map(({ kind, code }) => ({ kind, code })).filter(sees))
    }
  }
  const once = new Map(found.map((subject) => [subjectKey(subject), subject]))
  return [...once.values()]
}

function isAll({ code }: Subject): boolean {
  return code === '*'
}
