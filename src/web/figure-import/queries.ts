import {
  applyFigureImport,
  confirmFigureImport,
  decideFigureImport,
  type DifferenceState,
  discardFigureImport,
  figureVocabulary,
  forgetSheetLayout,
  listFigureImports,
  listImportDifferences,
  listSheetLayouts,
  showFigureImport,
  showImportSheet,
  undoFigureImport,
  uploadFigureFiles,
} from '#contract/figure-import.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { uploadFile } from '../api/upload.ts'
import type { UploadWay } from '../document/use-uploads.ts'

/** Where files of figures go. */
export const figureFiles: UploadWay = {
  send: (file, onProgress) => uploadFile(uploadFigureFiles, file, onProgress),
  stale: 'figure-imports',
}

export function figureImports() {
  return queryOptions({
    queryKey: ['figure-imports', 'list'],
    queryFn: async ({ signal }) => (await call(listFigureImports, {}, signal)).imports,
  })
}

export function figureImport(id: string) {
  return queryOptions({
    queryKey: ['figure-imports', id],
    queryFn: ({ signal }) => call(showFigureImport, { id }, signal),
  })
}

/** Rows of a sheet, which never change once read. */
export function importSheet(id: string, position: number, from: number) {
  return queryOptions({
    queryKey: ['figure-import-sheet', id, position, from],
    queryFn: ({ signal }) => call(showImportSheet, { id, position, from }, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}

export interface DifferenceQuestion {
  readonly states: readonly DifferenceState[]
  readonly isDoubtful: boolean
  readonly offset: number
}

export const differencesAtOnce = 100

export function importDifferences(id: string, { states, isDoubtful, offset }: DifferenceQuestion) {
  const doubtful = isDoubtful ? 'true' : 'false'
  return queryOptions({
    queryKey: ['figure-imports', id, 'differences', states, doubtful, offset],
    queryFn: ({ signal }) =>
      call(
        listImportDifferences,
        { id, state: [...states], doubtful, offset, limit: differencesAtOnce },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

export function vocabulary() {
  return queryOptions({
    queryKey: ['figure-vocabulary'],
    queryFn: ({ signal }) => call(figureVocabulary, {}, signal),
    staleTime: 300_000,
  })
}

export function sheetLayouts() {
  return queryOptions({
    queryKey: ['sheet-layouts'],
    queryFn: async ({ signal }) => (await call(listSheetLayouts, {}, signal)).layouts,
  })
}

// What changes an import changes its dry run and its place in the list.
function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<R>): Promise<Reply<R>> => call(route, input),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['figure-imports'] }),
        client.invalidateQueries({ queryKey: ['sheet-layouts'] }),
      ]),
  })
}

export const useDecide = () => useChange(decideFigureImport)
export const useConfirm = () => useChange(confirmFigureImport)
export const useApply = () => useChange(applyFigureImport)
export const useUndo = () => useChange(undoFigureImport)
export const useDiscard = () => useChange(discardFigureImport)
export const useForget = () => useChange(forgetSheetLayout)
