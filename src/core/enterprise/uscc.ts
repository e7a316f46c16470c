import { err, ok, type Result } from '../result.ts'

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which the ninth to the
 * seventeenth are the organisation's code with a check digit of its own (GB 11714) and the last checks all others.
 */
export type Uscc = string & { readonly __brand: 'uscc' }

/** Why a text is no code. `organisation-check` is what a few codes of the first years have; it is told apart. */
export type UsccProblem = 'length' | 'character' | 'check' | 'organisation-check'

// No I, O, S, V, Z: they are taken for figures.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** What a person typed as codes are written: upper case, half width, nothing between. */
export function normaliseUscc(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase()
}

/** Reads a code as it is written; `normaliseUscc` comes first where people typed it. */
export function readUscc(text: string): Result<Uscc, UsccProblem> {
  if (text.length !== 18) return err('length')
  if (!shape.test(text)) return err('character')
  if (checkCharacter(text.slice(0, 17)) !== text[17]) return err('check')
  if (organisationCheck(text.slice(8, 16)) !== text[16]) return err('organisation-check')
  return ok(text as Uscc)
}

/**
 * The code of the register with `serial` (eight characters of the organisation's code) in a region of six
 * figures: 9 is the registering office for markets, 1 an enterprise.
 */
export function usccOf(region: string, serial: string): Uscc {
  const body = `91${region}${serial}${organisationCheck(serial)}`
  return `${body}${checkCharacter(body)}` as Uscc
}

function checkCharacter(body: string): string {
  const sum = weightedSum(body, weights, (character) => alphabet.indexOf(character))
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

function organisationCheck(serial: string): string {
  const sum = weightedSum(serial, organisationWeights, (character) =>
    Number.parseInt(character, 36),
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

function weightedSum(
  text: string,
  weights: readonly number[],
  value: (character: string) => number,
): number {
  return weights.reduce((sum, weight, index) => sum + weight * value(text.charAt(index)), 0)
}
