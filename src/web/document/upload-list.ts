import type { Problem } from '#contract/problem.ts'

/** A file on its way to the server. */
export interface Upload {
  /** Of this page only. */
  readonly key: number
  readonly name: string
  readonly size: number
  readonly state: 'waiting' | 'sending' | 'taken' | 'refused'
  /** Sent so far, 0 to 1. */
  readonly share: number
  readonly problem?: Problem
}

export type UploadStep =
  | { readonly kind: 'add'; readonly files: readonly Pick<Upload, 'key' | 'name' | 'size'>[] }
  | { readonly kind: 'progress'; readonly key: number; readonly share: number }
  | { readonly kind: 'taken'; readonly key: number }
  | { readonly kind: 'refused'; readonly key: number; readonly problem: Problem }
  | { readonly kind: 'clear'; readonly key: number }

/** The list after one step; files that arrived go over to the list of documents. */
export function uploadsAfter(uploads: readonly Upload[], step: UploadStep): readonly Upload[] {
  switch (step.kind) {
    case 'add':
      return [
        ...uploads,
        ...step.files.map((file) => ({ ...file, state: 'waiting' as const, share: 0 })),
      ]
    case 'progress':
      return changed(uploads, step.key, { state: 'sending', share: step.share })
    case 'refused':
      return changed(uploads, step.key, { state: 'refused', problem: step.problem })
    case 'taken':
    case 'clear':
      return uploads.filter(({ key }) => key !== step.key)
  }
}

function changed(uploads: readonly Upload[], key: number, change: Partial<Upload>) {
  return uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload))
}

/** `3.2 MB`, `640 KB`. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} KB`
}
