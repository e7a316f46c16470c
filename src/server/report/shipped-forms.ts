import { Form } from '#contract/form-fields.ts'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..', '..', '..', 'data', 'forms')

/** The forms that come with the program, in the order of their codes. */
export const shippedForms: readonly Form[] = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => Form.parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))))
