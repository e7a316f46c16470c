import fs from 'node:fs'
import path from 'node:path'

export interface RotatingFileOptions {
  /** In bytes, above which a new file is begun. */
  readonly largest: number
  /** How many full files are kept beside the present one. */
  readonly keep: number
}

/** A destination of log lines: `server.log`, and before it `server.log.1`, `server.log.2`, … */
export interface RotatingFile {
  write(line: string): void
}

/**
 * Opens `file` to append to. Lines are written at once, so that the last ones before a crash are
 * there.
 */
export function rotatingFile(file: string, { largest, keep }: RotatingFileOptions): RotatingFile {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  let descriptor = open(file)
  let size = fs.fstatSync(descriptor).size
  const rotate = (): void => {
    fs.closeSync(descriptor)
    for (let number = keep - 1; number > 0; number -= 1)
      moveUp(`${file}.${number}`, `${file}.${number + 1}`)
    moveUp(file, `${file}.1`)
    descriptor = open(file)
    size = 0
  }
  return {
    write(line) {
      const length = Buffer.byteLength(line)
      if (size > 0 && size + length > largest) rotate()
      try {
        fs.appendFileSync(descriptor, line)
        size += length
      } catch (error) {
        // A full disk must not stop those who only read; readiness tells of it.
        if (!isFullDisk(error)) throw error
      }
    },
  }
}

function open(file: string): number {
  return fs.openSync(file, 'a', 0o600)
}

function moveUp(from: string, to: string): void {
  if (fs.existsSync(from)) fs.renameSync(from, to)
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}
