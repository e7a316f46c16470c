import { readFile } from 'node:fs/promises'
import type { Division } from '#core/plan/read-region.ts'

const file = new URL('../../../data/reference/admin-divisions.csv', import.meta.url)

/**
 * The counties, districts and county-level cities of China with the divisions above them. Rows for
 * statistical zones such as development areas are left out: they are no administrative divisions.
 */
export async function readDivisions(): Promise<Division[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  return lines
    .map((line) => line.split(','))
    .filter((fields) => fields[6] === '0')
    .map(([code = '', name = '', , city = '', , province = '']) => ({ code, name, city, province }))
}
