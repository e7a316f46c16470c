import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout these scripts belong to. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export function inRoot(...parts) {
  return path.join(root, ...parts)
}
