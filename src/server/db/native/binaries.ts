import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The oldest PostgreSQL whose SQL our schema keeps to. */
export const oldestMajor = 15

export interface Binaries {
  readonly folder: string
  readonly major: number
}

// Where the packages of the distributions put what is not on the path.
const packaged = [
  '/usr/lib/postgresql',
  '/usr/pgsql',
  '/usr/local/pgsql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
]

/** The newest PostgreSQL of the machine that is new enough; undefined where there is none. */
export function findBinaries(searchPath = process.env['PATH'] ?? ''): Binaries | undefined {
  return [...searchPath.split(path.delimiter), ...packaged.flatMap(binFolders)]
    .filter((folder) => ['initdb', 'postgres'].every((name) => isProgram(path.join(folder, name))))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= oldestMajor)
    .toSorted((a, b) => b.major - a.major)[0]
}

/** `/usr/lib/postgresql/15/bin`, `/usr/local/pgsql/bin` and the like. */
function binFolders(root: string): string[] {
  const inside = fs.existsSync(root) ? fs.readdirSync(root) : []
  return [path.join(root, 'bin'), ...inside.map((name) => path.join(root, name, 'bin'))]
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`
function majorOf(folder: string): number {
  try {
    const text = execFileSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
    return Number(/\) (\d+)/.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}
