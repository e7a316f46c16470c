import { decideFinding, type DraftFinding } from '#contract/draft.ts'
import type { Input } from '#contract/route.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { draftFindings } from '../draft/queries.ts'

export function useDecideFinding(draftId: string) {
  const client = useQueryClient()
  const { queryKey } = draftFindings(draftId)
  return useMutation({
    mutationFn: (input: Omit<Input<typeof decideFinding>, 'id'>) =>
      call(decideFinding, { id: draftId, ...input }),
    onSuccess: (changed: DraftFinding) => {
      client.setQueryData(queryKey, (list) =>
        list?.map((finding) => (finding.id === changed.id ? changed : finding)),
      )
      return client.invalidateQueries({ queryKey: ['drafts', draftId], exact: true })
    },
    // Somebody may have been faster: what stands now is shown instead.
    onError: () => client.invalidateQueries({ queryKey }),
  })
}
