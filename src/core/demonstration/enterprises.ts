import { type Uscc, usccOf } from '../enterprise/uscc.ts'
import { type Branch, branchesOf } from './branches.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Cell, cells, type LargestEnterprise } from './clusters.ts'
import { inventedFormerName, inventedName } from './names.ts'
import { demonstrationPlaces } from './places.ts'
import { isInBase, type Standing, standings, steadyStanding } from './standing.ts'
import { wholeParts } from './whole-parts.ts'

export interface DemonstrationEnterprise {
  /** A UUIDv7 of no time. */
  readonly id: string
  readonly uscc: Uscc
  readonly name: string
  readonly formerName?: string
  readonly branch: Branch
  /** Code of the park or the town it lies in. */
  readonly place: string
  readonly cell: Cell
  readonly standing: Standing
  /** Output of the reference year of its standing, in thousand yuan. */
  readonly output: number
  /** The day it was registered. */
  readonly established: string
}

/** Of the form of the standard's codes, and not in it. */
export const demonstrationRegionCode = '999901'

const thousandsPerHundredMillion = 100_000

interface Slot {
  readonly cell: Cell
  /** Its place in the cell, the largest first. */
  readonly rank: number
  readonly largest?: LargestEnterprise
}

/**
 * The enterprises of the invented district, in each industry and place as many as live there and as much output
 * of 2025 as the plan's tables say, to the last thousand yuan.
 */
export function demonstrationEnterprises(
  seed: number,
  count: number,
): readonly DemonstrationEnterprise[] {
  const slots = slotsOf(count)
  const chance = chanceOf(seed, 'standing')
  const others = standings(count, slots.filter((slot) => !stays(slot)).length, chance).values()
  const placed = slots.map((slot) => ({
    slot,
    standing: (stays(slot) ? undefined : others.next().value) ?? steadyStanding(chance),
  }))
  const outputs = outputsOf(seed, placed)
  return placed.map(({ slot, standing }, index) =>
    enterpriseOf(seed, index, slot, standing, outputs[index] ?? 0),
  )
}

/** The first of a cell and those told one by one were there all the time. */
function stays({ rank, largest }: Slot): boolean {
  return rank === 0 || largest !== undefined
}

function slotsOf(count: number): readonly Slot[] {
  // Each cell has one, the others are dealt out.
  const others = wholeParts(
    count - cells.length,
    cells.map((cell) => cell.count - 1),
  )
  return cells.flatMap((cell, index) => {
    const many = 1 + (others[index] ?? 0)
    const told = cell.largest.slice(0, Math.floor(many / 6))
    return Array.from({ length: many }, (_, rank) => {
      const largest = told[rank]
      return largest === undefined ? { cell, rank } : { cell, rank, largest }
    })
  })
}

interface Placed {
  readonly slot: Slot
  readonly standing: Standing
}

/** Output of each in its reference year: those that make up a cell's total of 2025 add up to it exactly. */
function outputsOf(seed: number, placed: readonly Placed[]): readonly number[] {
  const outputs = placed.map(({ slot, standing }, index) => {
    const chance = chanceOf(seed, 'output', index)
    if (slot.largest !== undefined) {
      return Math.round(slot.largest.output * thousandsPerHundredMillion)
    }
    if (standing.kind === 'below') return chance.whole(3_000, 19_000)
    return chance.whole(21_000, 80_000)
  })
  for (const cell of cells) {
    const members = placed.flatMap(({ slot, standing }, index) =>
      slot.cell === cell && slot.largest === undefined && isInBase(standing) ? [index] : [],
    )
    const told = placed.reduce(
      (sum, { slot }) => sum + (slot.cell === cell ? (slot.largest?.output ?? 0) : 0),
      0,
    )
    const total = Math.round((cell.output - told) * thousandsPerHundredMillion)
    const weights = members.map((index) => {
      const z = chanceOf(seed, 'output', index).normal()
      const size = Math.exp(0.72 * Math.max(-1.8, Math.min(1.8, z)))
      // Who falls below the bound within the year was not far above it.
      return placed[index]?.standing.kind === 'left-lately' ? size * 0.2 : size
    })
    const parts = wholeParts(total, weights)
    members.forEach((index, place) => {
      outputs[index] = parts[place] ?? 0
    })
  }
  return outputs
}

function enterpriseOf(
  seed: number,
  index: number,
  slot: Slot,
  standing: Standing,
  output: number,
): DemonstrationEnterprise {
  const chance = chanceOf(seed, 'enterprise', index)
  const branch = branchFor(slot, chance)
  const name = slot.largest?.name ?? inventedName(index, branch.word)
  const hasFormerName = slot.largest === undefined && chance.next() < 0.07
  return {
    id: idOf(chance),
    uscc: usccOf(demonstrationRegionCode, `MA${String(index + 1).padStart(6, '0')}`),
    name,
    ...(hasFormerName && { formerName: inventedFormerName(index, branch.word) }),
    branch,
    place: placeOf(slot, chance),
    cell: slot.cell,
    standing,
    output,
    established: establishedOn(standing, chance),
  }
}

function branchFor({ cell, largest }: Slot, chance: Chance): Branch {
  const all = branchesOf(cell.cluster)
  const told = all.find(({ industry }) => industry === largest?.industry)
  if (told) return told
  let left = chance.next() * all.reduce((sum, { weight }) => sum + weight, 0)
  const drawn = all.find(({ weight }) => (left -= weight) < 0) ?? all[0]
  if (!drawn) throw new Error(`No branch of ${cell.cluster}`)
  return drawn
}

function placeOf({ cell }: Slot, chance: Chance): string {
  if (cell.place !== 'towns') return cell.place
  const [first, ...others] = demonstrationPlaces.filter(({ kind }) => kind === 'town')
  if (!first) throw new Error('A district has towns')
  return chance.pick([first, ...others]).code
}

function establishedOn({ since, from }: Standing, chance: Chance): string {
  const entry = from === undefined ? 2024 : Number(from.slice(0, 4))
  const year = since ?? chance.whole(Math.min(1996, entry - 2), entry - 2)
  return `${year}-${twoDigits(chance.whole(1, since ? 3 : 12))}-${twoDigits(chance.whole(1, 28))}`
}

function idOf(chance: Chance): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.whole(0, 15).toString(16)).join('')
  return `01900000-0000-7${hex(3)}-8${hex(3)}-${hex(12)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
