import {
  breakdown,
  figureLineage,
  figuresHanging,
  figuresOfSource,
  listFigures,
  listKnownDays,
  listRevisions,
  listSubjects,
  revisionStatistics,
} from '#contract/figure.ts'
import {
  defineIndicator,
  indicatorEffect,
  indicatorHistory,
  listIndicators,
  tryFormula,
} from '#contract/indicator.ts'
import type { Input } from '#contract/route.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function library() {
  return queryOptions({
    queryKey: ['indicators'],
    queryFn: async ({ signal }) => (await call(listIndicators, {}, signal)).indicators,
  })
}

export function oneIndicator(code: string) {
  return queryOptions({
    queryKey: ['indicators', code],
    queryFn: ({ signal }) => call(indicatorHistory, { code }, signal),
  })
}

export function figures(input: Input<typeof listFigures>) {
  return queryOptions({
    queryKey: ['figures', 'list', input],
    queryFn: ({ signal }) => call(listFigures, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function members(input: Input<typeof breakdown>) {
  return queryOptions({
    queryKey: ['figures', 'breakdown', input],
    queryFn: ({ signal }) => call(breakdown, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function lineage(input: Input<typeof figureLineage>) {
  return queryOptions({
    queryKey: ['figures', 'lineage', input],
    queryFn: ({ signal }) => call(figureLineage, input, signal),
  })
}

export function hanging(input: Input<typeof figuresHanging>) {
  return queryOptions({
    queryKey: ['figures', 'hanging', input],
    queryFn: ({ signal }) => call(figuresHanging, input, signal),
  })
}

/** The figures a report, file or document gave, or one place in it. */
export function figuresFrom(input: Input<typeof figuresOfSource>) {
  return queryOptions({
    queryKey: ['figures', 'of-source', input],
    queryFn: ({ signal }) => call(figuresOfSource, input, signal),
  })
}

/** Every subject there are figures of, with its name. */
export function subjects() {
  return queryOptions({
    queryKey: ['figures', 'subjects'],
    queryFn: async ({ signal }) => (await call(listSubjects, {}, signal)).subjects,
    staleTime: 5 * 60_000,
  })
}

/** The periods of which anything is known, in order of their ends. */
export function periodsKnown() {
  return queryOptions({
    queryKey: ['figures', 'known-periods'],
    queryFn: async ({ signal }) => (await call(listKnownDays, {}, signal)).periods,
  })
}

export function revisions(input: Input<typeof listRevisions>) {
  return queryOptions({
    queryKey: ['figures', 'revisions', input],
    queryFn: async ({ signal }) => (await call(listRevisions, input, signal)).periods,
    placeholderData: keepPreviousData,
  })
}

export function statistics(input: Input<typeof revisionStatistics>) {
  return queryOptions({
    queryKey: ['figures', 'revision-statistics', input],
    queryFn: async ({ signal }) => (await call(revisionStatistics, input, signal)).units,
  })
}

export function effect(code: string) {
  return queryOptions({
    queryKey: ['indicators', code, 'effect'],
    queryFn: ({ signal }) => call(indicatorEffect, { code }, signal),
  })
}

/** A formula checked and, where a subject and a period are named, computed. */
export function trial(input: Input<typeof tryFormula>) {
  return queryOptions({
    queryKey: ['figures', 'trial', input],
    queryFn: ({ signal }) => call(tryFormula, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function useDefine() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof defineIndicator>) => call(defineIndicator, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  })
}
