import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook, type WorkbookFile } from './read-workbook.ts'

// Started by `readWorkbookApart` with what it is to read.
const file: WorkbookFile = workerData
parentPort?.postMessage(await readWorkbook(file), [])
