import { unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { cell, docxOf, paragraph, table } from './formats/testing/docx-of.ts'
import { grid, pdfOf, set } from './formats/testing/pdf-of.ts'
import { openDocument } from './open-document.ts'

/** A sequence of chance that is the same in every run (mulberry32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Chance = ReturnType<typeof chanceFrom>

const html = `<html><body><h1>规划</h1><p>到2025年，产值达到1000亿元。</p><table><tr><th rowspan=2>指标<th>值</tr><tr><td>1</table><ol><li>甲</ol>`
const rows = [
  ['指标', '2025年'],
  ['产值', '1000'],
]

/** Makes a damaged file: its name and its bytes. */
type Damage = (chance: Chance) => readonly [string, Uint8Array]

async function damages(): Promise<readonly Damage[]> {
  const body = paragraph('总体要求') + table(...rows.map((row) => row.map((text) => cell(text))))
  const docx = docxOf({ body, numbering: '<w:num w:numId="1"/>', styles: '<w:style/>' })
  const xlsx = await writeXlsx({ sheets: [{ name: '目标', rows }] })
  const pdf = pdfOf([set('总体要求', 80, 100) + grid(200, [80, 200, 400], rows)])
  return [
    (chance) => ['规划.docx', mutated(docx, chance)],
    (chance) => ['规划.docx', mutatedInside(docx, chance)],
    (chance) => ['规划.xlsx', mutated(xlsx, chance)],
    (chance) => ['规划.xlsx', mutatedInside(xlsx, chance)],
    (chance) => ['规划.pdf', mutated(pdf, chance)],
    (chance) => ['规划.pdf', mutated(pdf, chance)],
    (chance) => ['规划.html', mutated(Buffer.from(html), chance)],
    (chance) => ['规划.docx', noise(chance)],
  ]
}

function noise(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: chance(5000) }, () => chance(256))
}

/** An archive one of whose parts is damaged though the archive itself is sound. */
function mutatedInside(archive: Uint8Array, chance: Chance): Uint8Array {
  const parts = Object.entries(unzipSync(archive))
  const damaged = chance(parts.length)
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part], index) => [name, index === damaged ? mutated(part, chance) : part]),
    ),
  )
}

/** A sample with some bytes changed, cut out, doubled or cut off. */
function mutated(sample: Uint8Array, chance: Chance): Uint8Array {
  let bytes = Uint8Array.from(sample)
  for (let count = 1 + chance(8); count > 0 && bytes.length > 0; count -= 1) {
    const at = chance(bytes.length)
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + chance(200))]
    switch (chance(8)) {
      case 0:
        bytes = Uint8Array.from([...before, ...after])
        break
      case 1:
        bytes = Uint8Array.from([
          ...before,
          ...bytes.subarray(at, at + chance(200)),
          ...bytes.subarray(at),
        ])
        break
      case 2:
        bytes = Uint8Array.from(before)
        break
      default:
        bytes[at] = chance(256)
    }
  }
  return bytes
}

const known =
  /^(?:read|document-(?:empty|encrypted|scanned|garbled|type-unknown|type-mismatch|broken|too-large|too-deep)|archive-bomb)$/

test('2,000 damaged and random files each give a document or a coded problem, in bounded memory', async () => {
  const codes = await outcomes(2000, true)
  expect([...codes.keys()].filter((code) => !known.test(code))).toEqual([])
  // Neither all refused nor all read: the damage reaches the readers and does not always stop them.
  expect(codes.get('read')).toBeGreaterThan(400)
  expect(codes.get('document-broken')).toBeGreaterThan(400)
  // Of this thread alone: others of the process test other things.
  const { heapUsed, external } = process.memoryUsage()
  expect(heapUsed + external).toBeLessThan(512 * 1024 * 1024)
}, 120_000)

test('damaged files read in threads of their own leave the process alive', async () => {
  const codes = await outcomes(16, false)
  expect([...codes.keys()].filter((code) => !known.test(code))).toEqual([])
})

async function outcomes(count: number, inProcess: boolean): Promise<ReadonlyMap<string, number>> {
  const chance = chanceFrom(20_260_101)
  const makers = await damages()
  const codes = new Map<string, number>()
  for (let index = 0; index < count; index += 1) {
    const [name, bytes] = makers[index % makers.length]?.(chance) ?? ['', new Uint8Array()]
    const result = await openDocument({ name, bytes }, { inProcess })
    const outcome = result.ok ? 'read' : result.error.code
    codes.set(outcome, (codes.get(outcome) ?? 0) + 1)
  }
  return codes
}
