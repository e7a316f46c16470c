import type { growthCauses } from '#contract/analysis.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { Causes } from '#core/cause/causes.ts'
import { apportioned } from '#core/indicator/apportion.ts'
import type { Subject } from '#core/indicator/figure.ts'
import { fewestMembers } from '#core/indicator/suppression.ts'
import type { NameOf } from '#server/subject/subject-names.ts'

/** 百分点 are shown with two digits, growth in % with one more than headlines have. */
const digits = 2

type Sees = (subject: Subject, members?: number) => boolean

/**
 * Causes for the screen: points rounded so that they add up to the growth as it is shown. Members the
 * caller may not see one by one are told as one, so that the sum still holds, and with as many others as
 * it takes that this one does not tell what a single enterprise is; nor is a step of the bridge told where
 * one or two that came or went are all of it.
 */
export function causesView(
  found: Causes,
  {
    by,
    whole,
    unit,
    nameOf,
    sees,
  }: {
    /** What is split. */
    readonly whole: Subject
    readonly by: Parsed<typeof growthCauses>['by']
    readonly unit: string
    readonly nameOf: NameOf
    readonly sees: Sees
  },
): Answer<typeof growthCauses> {
  const { growth, base, value, pulls } = found
  const shown = growth === undefined ? undefined : Number((growth * 100).toFixed(digits))
  const points = shown === undefined ? [] : pointsOf(found, shown)
  const isTold = (members: number): boolean => members === 0 || sees(whole, members)
  const isShown = shownAmong(pulls, (pull) => sees({ kind: by, code: pull.code }, pull.count))
  const all = pulls.map(({ code, change }, i) => {
    const subject: Subject = { kind: by, code }
    return {
      subject,
      name: code === '' ? '未归类' : nameOf(subject),
      change,
      points: points[i] ?? 0,
    }
  })
  const seen = all.filter(({ subject }) => isShown(subject.code))
  const hidden = all.filter(({ subject }) => !isShown(subject.code))
  return {
    unit,
    ...(pulls.length > 0 && { value, base }),
    ...(growth !== undefined && shown !== undefined && { growth, growthPoints: shown }),
    pulls: seen,
    ...(hidden.length > 0 && {
      others: {
        name: `其余${hidden.length}${by === 'enterprise' ? '家' : '项'}`,
        change: sum(hidden.map(({ change }) => change)),
        points: Number(sum(hidden.map((each) => each.points)).toFixed(digits)),
      },
    }),
    ...(found.published > 0 &&
      isTold(found.entries) &&
      isTold(found.exits) && {
        bridge: {
          published: found.published,
          takenOut: found.takenOut,
          baseBroughtIn: found.baseBroughtIn,
          corrected: found.corrected,
          continuing: found.continuing,
          entered: found.entered,
          value,
        },
      }),
    silent: [
      ...new Set(
        found.silent
          .map((code): Subject => ({ kind: by, code }))
          .filter((subject) => sees(subject))
          .map(nameOf),
      ),
    ],
    silentCount: found.silent.length,
  }
}

/** Which of the pulls are told by themselves. What is hidden is the difference of the whole and the shown. */
function shownAmong(
  pulls: Causes['pulls'],
  sees: (pull: Causes['pulls'][number]) => boolean,
): (code: string) => boolean {
  const bySize = pulls.filter(sees).toSorted((a, b) => b.count - a.count)
  const hidden = pulls.filter((pull) => !sees(pull))
  const members = (some: typeof pulls): number => some.reduce((all, { count }) => all + count, 0)
  const shown = [...bySize]
  while (hidden.length > 0 && members(hidden) < fewestMembers) {
    const smallest = shown.pop()
    if (!smallest) break
    hidden.push(smallest)
  }
  const codes = new Set(shown.map(({ code }) => code))
  return (code) => codes.has(code)
}

function pointsOf({ pulls }: Causes, shown: number): readonly number[] {
  const exact = pulls.map(({ points }) => (points * 100).toFixed(12))
  return apportioned(exact, digits, shown.toFixed(digits)).map(Number)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
