import { largestUpload } from '#contract/document.ts'
import type { Problem } from '#contract/problem.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useReducer, useRef } from 'react'
import { RequestFailure } from '../api/failure.ts'
import { uploadDocument } from '../api/upload.ts'
import { type UploadStep, uploadsAfter } from './upload-list.ts'

/** Where files go, and what they make stale. */
export interface UploadWay {
  readonly send: (
    file: File,
    onProgress: (share: number) => void,
  ) => Promise<{ readonly refused: readonly { readonly problem: Problem }[] }>
  /** First key of the queries that list them. */
  readonly stale: string
}

const documents: UploadWay = { send: uploadDocument, stale: 'documents' }

/** Sends files one after another, so that each arrives as early as it can. */
export function useUploads({ send: sendFile, stale }: UploadWay = documents) {
  const client = useQueryClient()
  const [uploads, step] = useReducer(uploadsAfter, [])
  const last = useRef({ key: 0, chain: Promise.resolve() })

  const send = async (key: number, file: File) => {
    step({ kind: 'progress', key, share: 0 })
    const sent = (share: number) => step({ kind: 'progress', key, share })
    step(await outcome(key, file, () => sendFile(file, sent)))
    await client.invalidateQueries({ queryKey: [stale] })
  }

  const add = (files: readonly File[]) => {
    const entries = files.map((file) => ({ key: ++last.current.key, file }))
    step({
      kind: 'add',
      files: entries.map(({ key, file }) => ({ key, name: file.name, size: file.size })),
    })
    for (const { key, file } of entries) {
      last.current.chain = last.current.chain.then(() => send(key, file))
    }
  }

  return { uploads, add, clear: (key: number) => step({ kind: 'clear', key }) }
}

async function outcome(
  key: number,
  file: File,
  sent: () => ReturnType<UploadWay['send']>,
): Promise<UploadStep> {
  if (file.size > largestUpload) return { kind: 'refused', key, problem: tooLarge }
  try {
    const { refused } = await sent()
    const [first] = refused
    return first ? { kind: 'refused', key, problem: first.problem } : { kind: 'taken', key }
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error
    return { kind: 'refused', key, problem: error.problem }
  }
}

const tooLarge: Problem = { code: 'file-too-large', title: 'The file is larger than 100 MB' }
