import { countMatters, listMatters, showMatter } from '#contract/matter.ts'
import { showMatterRules } from '#contract/matter-rule.ts'
import {
  actOnMatter,
  actOnMatters,
  addEvidence,
  addEvidenceFiles,
  commentOnMatter,
  listMatterPeople,
  raiseOneMatter,
  watchMatter,
  withdrawEvidence,
} from '#contract/matter-act.ts'
import { proposeDuties, raiseDuties } from '#contract/matter-duty.ts'
import { showUnitLoad } from '#contract/matter-report.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { uploadFile } from '../api/upload.ts'

export type MatterQuestion = Input<typeof countMatters>

type Paging = Pick<Input<typeof listMatters>, 'sort' | 'order' | 'limit'>

export function matterPages(filter: MatterQuestion, paging: Paging = {}) {
  return infiniteQueryOptions({
    queryKey: ['matters', 'list', filter, paging],
    queryFn: ({ signal, pageParam }) =>
      call(
        listMatters,
        { ...filter, ...paging, ...(pageParam !== '' && { after: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

export function matterCounts(filter: MatterQuestion) {
  return queryOptions({
    queryKey: ['matters', 'counts', filter],
    queryFn: ({ signal }) => call(countMatters, filter, signal),
    placeholderData: keepPreviousData,
  })
}

export function oneMatter(id: Input<typeof showMatter>['id']) {
  return queryOptions({
    queryKey: ['matters', id],
    queryFn: ({ signal }) => call(showMatter, { id }, signal),
  })
}

export function matterRules() {
  return queryOptions({
    queryKey: ['matter-rules'],
    queryFn: ({ signal }) => call(showMatterRules, {}, signal),
  })
}

/** Whom one may mention. */
export function matterPeople() {
  return queryOptions({
    queryKey: ['matters', 'people'],
    queryFn: async ({ signal }) => (await call(listMatterPeople, {}, signal)).people,
  })
}

export function dutiesOf(region: string, planId: Input<typeof proposeDuties>['planId']) {
  return queryOptions({
    queryKey: ['matters', 'duties', region, planId],
    queryFn: ({ signal }) => call(proposeDuties, { region, planId }, signal),
  })
}

export function unitLoad(span: Input<typeof showUnitLoad>) {
  return queryOptions({
    queryKey: ['matters', 'load', span],
    queryFn: ({ signal }) => call(showUnitLoad, span, signal),
    placeholderData: keepPreviousData,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['matters'] }),
  })
}

export const useActOnMany = () => useChange(actOnMatters)
export const useRaise = () => useChange(raiseOneMatter)
export const useAct = () => useChange(actOnMatter)
export const useAddEvidence = () => useChange(addEvidence)
export const useWithdrawEvidence = () => useChange(withdrawEvidence)
export const useComment = () => useChange(commentOnMatter)
export const useWatch = () => useChange(watchMatter)
export const useRaiseDuties = () => useChange(raiseDuties)

export function useUploadEvidence(id: Input<typeof showMatter>['id']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => uploadFile(addEvidenceFiles, file, () => undefined, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['matters'] }),
  })
}
