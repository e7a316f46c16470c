import { analysisOf, growthCauses, prosperityIndex, whatChanged } from '#contract/analysis.ts'
import { listDocuments } from '#contract/document.ts'
import { listDraftFindings, listDraftItems, listDrafts, showDraft } from '#contract/draft.ts'
import { enterpriseFigures, listEnterprises, readEnterprise } from '#contract/enterprise.ts'
import { breakdown, listFigures, listSubjects } from '#contract/figure.ts'
import { listForms } from '#contract/form.ts'
import { listAccounts, listRoles, listSessions } from '#contract/identity.ts'
import { listIndicators } from '#contract/indicator.ts'
import { listJobs } from '#contract/job.ts'
import { listLog, showLogState } from '#contract/log.ts'
import { countMatters, listMatters, showMatter } from '#contract/matter.ts'
import { showMatterRules } from '#contract/matter-rule.ts'
import { listNotifications } from '#contract/notification.ts'
import { listPlans, listPublishedItems } from '#contract/plan.ts'
import { collectionProgress, listReports, listRounds, reportOf } from '#contract/report.ts'
import { callOf, type Input, type Route } from '#contract/route.ts'
import { search } from '#contract/search.ts'
import { whoAmI } from '#contract/session.ts'
import { listTargets } from '#contract/target.ts'
import { listWarningRules, listWarnings } from '#contract/warning.ts'
import { listStandings, targetStanding } from '#contract/watching.ts'
import { listWork } from '#contract/work.ts'
import type * as z from 'zod'
import type { Some, World } from './world.ts'

/** The address of something to look at; another one each turn where there are several. */
export type Look = (turn: number) => string

const desk: readonly Look[] = [
  at(whoAmI, {}),
  at(listWork, {}),
  at(listNotifications, { limit: 15 }),
]

/** What the pages of each account of the demonstration ask for. */
export function looksOf(world: World): Readonly<Record<string, readonly Look[]>> {
  const overview = [
    at(listStandings, {}),
    each(world.targets, ({ id }) => callOf(targetStanding, { region: world.region, id })),
    at(listWarnings, {}),
  ]
  const matters = [
    at(listMatters, {}),
    at(countMatters, {}),
    at(showMatterRules, {}),
    each(world.mattersOfUnit, ({ id }) => callOf(showMatter, { id })),
  ]
  const found = [
    at(search, { text: '工业' }),
    at(search, { text: 'gyzcz' }),
    at(search, { text: '装备' }),
  ]
  return {
    guihua: [...desk, ...plans(world), ...overview, ...matters, ...found],
    yunxing: [
      ...desk,
      ...overview,
      ...figures(world),
      ...collection(world),
      ...registry(world.enterprises),
    ],
    zeren: [...desk, ...overview, ...matters, ...found],
    yuanqu: [...desk, ...collection(world), ...registry(world.enterprisesOfPark), ...overview],
    qiye: [...desk, at(listReports, {}), each(world.reports, ({ id }) => callOf(reportOf, { id }))],
    lingdao: [...desk, ...overview, ...overview, ...figures(world), ...matters, ...found],
    shenji: [...desk, at(showLogState, {}), at(listLog, {}), at(listLog, { text: '产值' })],
    xitong: [
      ...desk,
      at(listAccounts, {}),
      at(listRoles, {}),
      at(listSessions, {}),
      at(listJobs, {}),
    ],
  }
}

function plans({ draft: { id }, plan }: World): readonly Look[] {
  return [
    at(listDrafts, {}),
    at(showDraft, { id }),
    at(listDraftItems, { id }),
    at(listDraftFindings, { id }),
    at(listDocuments, {}),
    at(listPlans, {}),
    at(listPublishedItems, { region: plan.region.code, planId: plan.id }),
    at(listTargets, { limit: 2000 }),
  ]
}

function figures({ period, region }: World): readonly Look[] {
  const subject = [`region:${region}`, 'park:*']
  const indicator = ['industrial-output', 'operating-revenue', 'profit-margin']
  return [
    at(listFigures, { subject, indicator, period: [period, '2026-Q1', '2026-H1'] }),
    at(breakdown, { indicator: 'industrial-output', period, dimension: 'industry' }),
    at(growthCauses, { indicator: 'industrial-output', period, by: 'park' }),
    at(analysisOf, { period }),
    at(whatChanged, { from: '2026-10-01', to: '2026-11-01' }),
    at(prosperityIndex, {}),
    at(listIndicators, {}),
    at(listSubjects, {}),
    at(listWarningRules, {}),
  ]
}

function collection({ round: { form, period } }: World): readonly Look[] {
  return [
    at(listReports, {}),
    at(listRounds, {}),
    at(collectionProgress, { form, period }),
    at(listForms, {}),
  ]
}

function registry(enterprises: World['enterprises']): readonly Look[] {
  return [
    at(listEnterprises, {}),
    each(enterprises, ({ id }) => callOf(readEnterprise, { id })),
    each(enterprises, ({ id }) => callOf(enterpriseFigures, { id, from: 2024, to: 2026 })),
  ]
}

function at<R extends Route>(route: R, input: Input<R>): Look {
  const { url } = callOf(route, input as z.output<z.ZodRecord>)
  return () => url
}

function each<Value>(
  values: Some<Value>,
  callFor: (value: Value) => { readonly url: string },
): Look {
  return (turn) => callFor(values[turn % values.length] ?? values[0]).url
}
