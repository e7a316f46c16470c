import { parentPort, workerData } from 'node:worker_threads'
import { ok } from '#core/result.ts'
import { readSheets, type SheetsToRead } from '#core/spreadsheet/read-sheets.ts'

// Started by `mapSheets` with what it is to read.
const given: SheetsToRead = workerData
parentPort?.postMessage(ok(readSheets(given)), [])
