import {
  defineIndicator,
  indicatorEffect,
  indicatorHistory,
  listIndicators,
  tryFormula,
} from '#contract/indicator.ts'
import { readSubject } from '#core/indicator/figure.ts'
import { dependentsOf, inputsOf } from '#core/indicator/library.ts'
import { type Endpoint, read, work, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { bindingsMeasuredBy } from '../binding/binding-store.ts'
import { defineIndicatorOf, versionView } from './define-indicator.ts'
import { lookerOf, recordLook } from '../figure-scope.ts'
import { libraryAt } from './library.ts'
import { latestVersions, versionsOf } from './library-store.ts'
import { tryFormulaOf } from './try-formula.ts'

export const libraryEndpoints: readonly Endpoint[] = [
  read(listIndicators, async (_, { db }) => ({
    indicators: (await latestVersions(db)).map(versionView),
  })),

  read(indicatorHistory, async ({ code }, { db }) => {
    const versions = await versionsOf(db, code)
    if (versions.length === 0) throw notFound('Indicator')
    const library = await libraryAt(db)
    return {
      versions: versions.map(versionView),
      uses: inputsOf(library, code),
      usedBy: library.readers.get(code) ?? [],
    }
  }),

  read(indicatorEffect, async ({ code }, { db, region }) => {
    const library = await libraryAt(db)
    const derived = dependentsOf(library, [code])
    const targets = await bindingsMeasuredBy(db, region.code, [code, ...derived])
    return {
      indicators: derived.map((each) => {
        const { name = each, formula } = library.entries.get(each)?.at(-1)?.definition ?? {}
        return { code: each, name, ...(formula !== undefined && { formula }) }
      }),
      targets: targets.map(({ id, indicator, name }) => ({ id, indicator, name })),
    }
  }),

  write(defineIndicator, (input, context) => defineIndicatorOf(context, input)),

  work(tryFormula, (input, transact) =>
    transact(async (context) => {
      const { subject = '', period, code = 'formula' } = input
      const outcome = await tryFormulaOf(context.db, lookerOf(context), input)
      const about = readSubject(subject)
      const value = outcome.inWords ?? null
      if (about && period) {
        await recordLook(context.db, context, [{ subject: about, indicator: code, period, value }])
      }
      return outcome
    }),
  ),
]
