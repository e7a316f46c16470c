import { readFile } from 'node:fs/promises'

const folder = new URL('../../../data/reference/', import.meta.url)

/** The rows of a file of reference data without its head; no cell of them holds a comma or a break. */
export async function referenceRows(name: string): Promise<readonly (readonly string[])[]> {
  const [, ...lines] = (await readFile(new URL(name, folder), 'utf8')).trim().split(/\r?\n/u)
  return lines.map((line) => line.split(','))
}
