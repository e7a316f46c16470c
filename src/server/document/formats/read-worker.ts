import { parentPort, workerData } from 'node:worker_threads'
import { readContent, type ReadableFormat } from './read-content.ts'

// Started by `readApart` with what it is to read.
const task: { readonly format: ReadableFormat; readonly bytes: Uint8Array } = workerData
parentPort?.postMessage(await readContent(task.format, task.bytes), [])
