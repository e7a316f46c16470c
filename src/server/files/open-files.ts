import path from 'node:path'
import type { Bucket } from './s3-request.ts'
import { openS3Store } from './s3-store.ts'
import { type FileStore, openFileStore } from './store.ts'

/** Where an installation keeps its files: in its data folder or in an object store. */
export type Files = { readonly kind: 'folder' } | ({ readonly kind: 's3' } & Bucket)

export function openFiles(files: Files, dataFolder: string): Promise<FileStore> {
  const folder = path.join(dataFolder, 'files')
  switch (files.kind) {
    case 'folder':
      return openFileStore(folder)
    case 's3':
      return openS3Store(files, path.join(folder, 'arriving'))
  }
}
