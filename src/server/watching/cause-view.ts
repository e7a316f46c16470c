import type { growthCauses } from '#contract/analysis.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { Causes } from '#core/cause/causes.ts'
import { apportioned } from '#core/indicator/apportion.ts'
import type { Subject } from '#core/indicator/figure.ts'
import type { NameOf } from '#server/subject/subject-names.ts'

/** 百分点 are shown with two digits, growth in % with one more than headlines have. */
const digits = 2

/**
 * Causes for the screen: points rounded so that they add up to the growth as it is shown. Members the
 * caller may not see one by one are told as one, so that the sum still holds.
 */
export function causesView(
  found: Causes,
  {
    by,
    unit,
    nameOf,
    sees,
  }: {
    readonly by: Parsed<typeof growthCauses>['by']
    readonly unit: string
    readonly nameOf: NameOf
    readonly sees: (subject: Subject) => boolean
  },
): Answer<typeof growthCauses> {
  const { growth, base, value, pulls } = found
  const shown = growth === undefined ? undefined : Number((growth * 100).toFixed(digits))
  const points = shown === undefined ? [] : pointsOf(found, shown)
  const all = pulls.map(({ code, change }, i) => {
    const subject: Subject = { kind: by, code }
    return {
      subject,
      name: code === '' ? '未归类' : nameOf(subject),
      change,
      points: points[i] ?? 0,
    }
  })
  const seen = all.filter(({ subject }) => sees(subject))
  const hidden = all.filter(({ subject }) => !sees(subject))
  return {
    unit,
    ...(pulls.length > 0 && { value, base }),
    ...(growth !== undefined && shown !== undefined && { growth, growthPoints: shown }),
    pulls: seen,
    ...(hidden.length > 0 && {
      others: {
        name: `其余${hidden.length}家`,
        change: sum(hidden.map(({ change }) => change)),
        points: Number(sum(hidden.map((each) => each.points)).toFixed(digits)),
      },
    }),
    ...(found.published > 0 && {
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
          .filter(sees)
          .map(nameOf),
      ),
    ],
    silentCount: found.silent.length,
  }
}

function pointsOf({ pulls }: Causes, shown: number): readonly number[] {
  const exact = pulls.map(({ points }) => (points * 100).toFixed(12))
  return apportioned(exact, digits, shown.toFixed(digits)).map(Number)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
