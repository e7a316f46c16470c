import type { UploadedFile } from './endpoint.ts'
import { badInput } from './failure.ts'
import type { FastifyRequest } from 'fastify'

/** The files of a multipart request as they arrive. Each must be read to its end. */
export async function* uploadedFiles(request: FastifyRequest): AsyncIterable<UploadedFile> {
  if (!request.isMultipart()) {
    throw badInput('upload-not-multipart', 'Files are sent as multipart/form-data')
  }
  for await (const part of request.files()) {
    yield {
      name: nameOf(part.filename),
      mediaType: part.mimetype,
      content: part.file,
      isCut: () => part.file.truncated,
    }
  }
}

// A name is only shown and offered for saving, never used as a path.
function nameOf(sent: string | undefined): string {
  const name = (sent ?? '')
    .toWellFormed()
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, '')
    .trim()
  return name ? name.slice(0, 255) : '未命名'
}
