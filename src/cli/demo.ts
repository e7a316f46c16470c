import { demonstrationOf } from '#core/demonstration/demonstration.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { regionFiles } from './demonstration/region-files.ts'
import { print } from './print.ts'
import { Refusal } from './refusal.ts'

export interface DemoOptions {
  readonly seed: string
  readonly enterprises: string
  readonly months: string
  readonly out?: string
}

/** Makes the invented district, writes it where asked, and prints what it consists of with its hashes. */
export async function demoCommand(options: DemoOptions): Promise<void> {
  const demonstration = demonstrationOf({
    seed: wholeNumber('--seed', options.seed, 0, 4_294_967_295),
    enterprises: wholeNumber('--enterprises', options.enterprises, 30, 20_000),
    months: wholeNumber('--months', options.months, 1, 70),
  })
  const files = regionFiles(demonstration)
  if (options.out !== undefined) await writeFiles(options.out, files)
  const { seed } = demonstration.options
  print(`模拟数据：青澜区，种子 ${seed}，${demonstration.enterprises.length} 家企业，`)
  print(`${demonstration.periods.length} 期报表\n`)
  for (const [name, content] of files) {
    const hash = createHash('sha256').update(content).digest('hex')
    print(`${hash}  ${name}（${content.split('\n').length - 1} 行）\n`)
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  try {
    await fs.promises.mkdir(folder, { recursive: true })
    for (const [name, content] of files) {
      await fs.promises.writeFile(path.join(folder, name), content)
    }
  } catch (error) {
    const title = error instanceof Error ? error.message : String(error)
    throw new Refusal({ code: 'file-not-writable', title, place: { file: folder } })
  }
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  const title = `${option} takes a whole number from ${low} to ${high}`
  throw new Refusal({
    code: 'option-out-of-range',
    title,
    place: { field: option },
    detail: { low, high },
  })
}
