import fs from 'node:fs'
import * as z from 'zod'

const Package = z.object({ version: z.string() })

/** The version of the program, from its `package.json`. */
export function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return Package.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).version
}
