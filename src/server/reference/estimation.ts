import { EstimationRule } from '#contract/report.ts'
import fs from 'node:fs'
import path from 'node:path'

const file = path.join(import.meta.dirname, '../../../data/reference/estimation.json')

/** How what nobody told is estimated: reference data of the program, the same as long as it runs. [K7] */
export const estimationRule: EstimationRule = EstimationRule.parse(
  JSON.parse(fs.readFileSync(file, 'utf8')),
)
