import {
  addProject,
  changeProject,
  listProjects,
  projectHistory,
  projectWords,
  readProject,
  takeProjects,
} from '#contract/project.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { search } from '#contract/search.ts'
import type { ProjectId } from '#core/id.ts'
import { projectLinkKinds } from '#core/project/project.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function projects(asOf: string | undefined) {
  return queryOptions({
    queryKey: ['projects', 'list', asOf],
    queryFn: ({ signal }) => call(listProjects, asOf === undefined ? {} : { asOf }, signal),
  })
}

/** The units that answer for projects and the places they lie in. */
export function units() {
  return queryOptions({
    queryKey: ['projects', 'words'],
    queryFn: async ({ signal }) => (await call(projectWords, {}, signal)).units,
    staleTime: 10 * 60_000,
  })
}

export function project(id: ProjectId, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['projects', 'one', id, asOf],
    queryFn: ({ signal }) => call(readProject, asOf === undefined ? { id } : { id, asOf }, signal),
  })
}

export function history(id: ProjectId) {
  return queryOptions({
    queryKey: ['projects', 'history', id],
    queryFn: async ({ signal }) => (await call(projectHistory, { id }, signal)).happenings,
  })
}

/** Targets, tasks and matters that have the words. */
export function linkable(text: string) {
  return queryOptions({
    queryKey: ['search', 'linkable', text],
    queryFn: async ({ signal }) =>
      (await call(search, { text, kind: [...projectLinkKinds], limit: 10 }, signal)).groups.flatMap(
        ({ hits }) => hits,
      ),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['projects'] }),
  })
}

export function useAddProject() {
  return useChange(addProject)
}

export function useChangeProject() {
  return useChange(changeProject)
}

export function useTakeProjects() {
  return useChange(takeProjects)
}
