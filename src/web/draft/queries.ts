import {
  addItem,
  auditDraft,
  correctItem,
  correctMeta,
  decideItems,
  discardDraft,
  type DraftItem,
  listDraftEvents,
  listDraftFindings,
  listDraftItems,
  listDrafts,
  publishDraft,
  showDraft,
} from '#contract/draft.ts'
import type { Input } from '#contract/route.ts'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function drafts() {
  return queryOptions({
    queryKey: ['drafts', 'list'],
    queryFn: ({ signal }) => call(listDrafts, {}, signal),
    select: (reply) => reply.drafts,
  })
}

export function draft(id: string) {
  return queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => call(showDraft, { id }, signal),
  })
}

export function draftItems(id: string) {
  return queryOptions({
    queryKey: ['drafts', id, 'items'],
    queryFn: async ({ signal }) => (await call(listDraftItems, { id }, signal)).items,
  })
}

export function draftFindings(id: string) {
  return queryOptions({
    queryKey: ['drafts', id, 'findings'],
    queryFn: async ({ signal }) => (await call(listDraftFindings, { id }, signal)).findings,
  })
}

/** Who did what, latest first. */
export function draftEvents(id: string) {
  return queryOptions({
    queryKey: ['drafts', id, 'events'],
    queryFn: async ({ signal }) => (await call(listDraftEvents, { id }, signal)).events,
  })
}

/** Accepts, rejects or restores. The list shows it at once; a refusal brings the old state back. */
export function useDecideItems(draftId: string) {
  const client = useQueryClient()
  const { queryKey } = draftItems(draftId)
  return useMutation({
    mutationFn: (input: Omit<Input<typeof decideItems>, 'id'>) =>
      call(decideItems, { id: draftId, ...input }),
    onMutate: async ({ action, items }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      const ids = new Set<string>(items.map(({ id }) => id))
      const status = statusAfter[action]
      client.setQueryData(queryKey, (list) =>
        list?.map((item) => (ids.has(item.id) ? { ...item, status } : item)),
      )
      return before
    },
    onError: (_, __, before) => client.setQueryData(queryKey, before),
    onSuccess: ({ items }) => takeOver(client, draftId, items),
  })
}

const statusAfter = { accept: 'accepted', reject: 'rejected', restore: 'pending' } as const

export function useCorrectItem(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Input<typeof correctItem>, 'id'>) =>
      call(correctItem, { id: draftId, ...input }),
    onSuccess: (item) => takeOver(client, draftId, [item]),
  })
}

export function useAddItem(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Input<typeof addItem>, 'id'>) =>
      call(addItem, { id: draftId, ...input }),
    onSuccess: (item) => takeOver(client, draftId, [item]),
  })
}

export function useCorrectMeta() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof correctMeta>) => call(correctMeta, input),
    onSuccess: (changed) => client.setQueryData(draft(changed.id).queryKey, changed),
  })
}

export function useAuditAgain(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(auditDraft, { id: draftId }),
    onSuccess: ({ findings }) => {
      client.setQueryData(draftFindings(draftId).queryKey, findings)
      return client.invalidateQueries({ queryKey: ['drafts', draftId], exact: true })
    },
  })
}

export function usePublish(draftId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<Input<typeof publishDraft>, 'id'>) =>
      call(publishDraft, { id: draftId, ...input }),
    onSuccess: () => {
      for (const name of ['drafts', 'plans', 'targets', 'regions']) {
        void client.invalidateQueries({ queryKey: [name] })
      }
    },
  })
}

export function useDiscard() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof discardDraft>) => call(discardDraft, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  })
}

// What the server answered to changes made here. Unchanged items keep their identity when read again.
const replies = new WeakSet<DraftItem>()

/** Whether an item stands as it does because of a change made in this window. */
export function isReply(item: DraftItem): boolean {
  return replies.has(item)
}

/** Puts items as the server has them into the list; counts are read again. */
export function takeOver(
  client: QueryClient,
  draftId: string,
  items: readonly DraftItem[],
): Promise<void> {
  for (const item of items) replies.add(item)
  const changed = new Map(items.map((item) => [item.id, item]))
  client.setQueryData(draftItems(draftId).queryKey, (list) => {
    if (!list) return list
    const known = list.map((item) => changed.get(item.id) ?? item)
    const ids = new Set(list.map(({ id }) => id))
    return [...known, ...items.filter(({ id }) => !ids.has(id))]
  })
  return client.invalidateQueries({ queryKey: ['drafts', draftId], exact: true })
}
