import { figureVocabulary } from '#contract/figure-import.ts'
import type { Reply } from '#contract/route.ts'
import { readSubject, type Subject, subjectKey } from '#core/indicator/figure.ts'

/** What tables can be about, as it came from the server. */
type Vocabulary = Reply<typeof figureVocabulary>

interface Option {
  readonly value: string
  readonly label: string
}

/** The vocabulary made ready for showing and choosing. */
export interface Words {
  readonly indicator: (code: string) => string
  readonly subject: (subject: Subject) => string
  readonly indicatorOptions: Option[]
  readonly subjectOptions: Option[]
  readonly subjectOf: (value: string) => Subject | undefined
}

export function wordsOf({ indicators, subjects }: Vocabulary): Words {
  const byCode = new Map(indicators.map(({ code, name }) => [code, name]))
  const byKey = new Map(subjects.map(({ subject, name }) => [subjectKey(subject), name]))
  return {
    indicator: (code) => byCode.get(code) ?? code,
    subject: (subject) => byKey.get(subjectKey(subject)) ?? subject.code,
    indicatorOptions: indicators.map(({ code, name, unit }) => ({
      value: code,
      label: unit === '' ? name : `${name}（${unit}）`,
    })),
    subjectOptions: subjects.map(({ subject, name }) => ({
      value: subjectKey(subject),
      label: name,
    })),
    subjectOf: readSubject,
  }
}
