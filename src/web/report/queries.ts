import { passClean } from '#contract/collection.ts'
import { formHistory, listForms } from '#contract/form.ts'
import {
  collectionProgress,
  estimateMissing,
  estimationRuleOf,
  listReportRow,
  listReports,
  listRounds,
  openRound,
  passReports,
  remindMissing,
  reopenReport,
  reportOf,
  returnReport,
  saveReport,
  submitReport,
  unlistReportRow,
  uploadReport,
} from '#contract/report.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import type { ReportId } from '#core/id.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { uploadFile } from '../api/upload.ts'

export type ReportQuestion = Input<typeof listReports>

export function reportList(question: ReportQuestion) {
  return queryOptions({
    queryKey: ['reports', 'list', question],
    queryFn: ({ signal }) => call(listReports, question, signal),
    placeholderData: keepPreviousData,
  })
}

export function rounds() {
  return queryOptions({
    queryKey: ['reports', 'rounds'],
    queryFn: ({ signal }) => call(listRounds, {}, signal),
  })
}

export function progress(round: Input<typeof collectionProgress>) {
  return queryOptions({
    queryKey: ['reports', 'progress', round],
    queryFn: ({ signal }) => call(collectionProgress, round, signal),
    placeholderData: keepPreviousData,
  })
}

/** The declared rule of estimation; the same as long as the program runs. */
export function estimation() {
  return queryOptions({
    queryKey: ['reports', 'estimation-rule'],
    queryFn: ({ signal }) => call(estimationRuleOf, {}, signal),
    staleTime: Infinity,
  })
}

export function oneReport(id: ReportId) {
  return queryOptions({
    queryKey: ['reports', id],
    queryFn: ({ signal }) => call(reportOf, { id }, signal),
  })
}

export function forms() {
  return queryOptions({
    queryKey: ['forms', 'list'],
    queryFn: async ({ signal }) => (await call(listForms, {}, signal)).forms,
  })
}

export function formVersions(code: string) {
  return queryOptions({
    queryKey: ['forms', code],
    queryFn: async ({ signal }) => (await call(formHistory, { code }, signal)).versions,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
}

export const useOpenRound = () => useChange(openRound)
export const usePass = () => useChange(passReports)
export const usePassClean = () => useChange(passClean)
export const useRemind = () => useChange(remindMissing)
export const useEstimate = () => useChange(estimateMissing)
export const useReturn = () => useChange(returnReport)
export const useReopen = () => useChange(reopenReport)
export const useSubmit = () => useChange(submitReport)

/** What is saved shows at once: the reply is the report as it is now. */
export function useSave() {
  const client = useQueryClient()
  return useMutation<Reply<typeof saveReport>, Error, Input<typeof saveReport>>({
    mutationFn: (input) => call(saveReport, input),
    onSuccess: ({ report }) => client.setQueryData(['reports', report.line.id], report),
  })
}

/** A row of the reporter's own, put on its list or taken off; the reply is the report as it is now. */
function useListing<R extends typeof listReportRow | typeof unlistReportRow>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call<R>(route, input),
    onSuccess: (report) => client.setQueryData(['reports', report.line.id], report),
  })
}

export const useListRow = () => useListing(listReportRow)
export const useUnlistRow = () => useListing(unlistReportRow)

export function useWorkbook(id: ReportId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => uploadFile(uploadReport, file, () => undefined, { id }),
    onSuccess: ({ report }) => client.setQueryData(['reports', report.line.id], report),
  })
}
