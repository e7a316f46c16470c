import { uploadDocuments } from '#contract/document.ts'
import { callOf, type Reply, type Route } from '#contract/route.ts'
import { failureOf, unreachable } from './failure.ts'

/** Sends one plan document; `onProgress` hears the share sent, 0 to 1. */
export function uploadDocument(
  file: File,
  onProgress: (share: number) => void,
): Promise<Reply<typeof uploadDocuments>> {
  return uploadFile(uploadDocuments, file, onProgress)
}

/** Sends one file; `onProgress` hears the share sent, 0 to 1. `fetch` tells no progress, so XHR. */
export function uploadFile<R extends Route>(
  route: R,
  file: File,
  onProgress: (share: number) => void,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Reply<R>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', callOf(route, input).url)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0)
    })
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('load', () => {
      if (request.status >= 400) reject(failureOf(request.status, request.responseText))
      else resolve(JSON.parse(request.responseText) as Reply<R>)
    })
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}
