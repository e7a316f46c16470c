import { explain, inWords } from '../expression/explain.ts'
import { evaluate } from '../expression/compile.ts'
import { type CellsAt, environmentOf } from './cells.ts'
import type { CompiledForm } from './compile-form.ts'
import { addedUp } from './listed-rows.ts'
import {
  cellKey,
  type CellKey,
  type CheckLevel,
  mainColumn,
  mayBeNegative,
  rowsOf,
} from './form.ts'
import { Decimal } from 'decimal.js'

/** A check that does not hold. */
export interface CheckHit {
  readonly check: string
  readonly name: string
  readonly level: CheckLevel
  /** The condition with its figures, in Chinese. */
  readonly words: string
  readonly advice: string
  /** The cells it reads, for marking. */
  readonly cells: readonly CellKey[]
}

/**
 * The checks that do not hold. One that reads a cell nobody filled in says nothing: what is missing is
 * told by `missingCells`, not by a comparison with nothing. [K1]
 */
export function checkHits({ form, checks }: CompiledForm, at: CellsAt): readonly CheckHit[] {
  const environment = environmentOf(at)
  const found = checks.flatMap(({ check, expression }) => {
    if (check.notIn.some((ending) => at.period.endsWith(ending))) return []
    if (evaluate(expression, environment) !== false) return []
    const rows = rowsOf(form).filter(({ name }) => expression.uses.includes(name))
    return [
      {
        check: check.code,
        name: check.name,
        level: check.level,
        words: inWords(explain(expression, environment)),
        advice: check.advice,
        cells: rows.map((row) => cellKey(row.code, mainColumn(row))),
      },
    ]
  })
  return [...signHits(at), ...sumHits(at), ...found]
}

/** The code of the check every form has: a quantity below zero. */
export const signCheck = 'sign'

function signHits({ form, cells }: CellsAt): readonly CheckHit[] {
  const wrong = rowsOf(form).flatMap((row) =>
    row.columns.flatMap((column) => {
      const text = cells.get(cellKey(row.code, column))
      const isWrong =
        text?.startsWith('-') === true && Number(text) < 0 && !mayBeNegative(row, column)
      return isWrong ? [{ row, text, key: cellKey(row.code, column) }] : []
    }),
  )
  if (wrong.length === 0) return []
  return [
    {
      check: signCheck,
      name: '不能为负数',
      level: 'hard',
      words: wrong.map(({ row, text }) => `${row.name} ${text} < 0`).join('；'),
      advice: '请核对正负号；括号表示负数',
      cells: wrong.map(({ key }) => key),
    },
  ]
}

/** Rows a reporter listed that do not add up to their total; where one is empty nothing is said. */
function sumHits({ form, cells }: CellsAt): readonly CheckHit[] {
  return addedUp(form).flatMap(({ own, rows, total }) => {
    const keys = rows.map((row) => cellKey(row.code, mainColumn(row)))
    const whole = cells.get(cellKey(total.code, mainColumn(total)))
    const parts = keys.map((key) => cells.get(key))
    if (whole === undefined || parts.includes(undefined)) return []
    const sum = Decimal.sum(...parts.map((part) => part ?? 0))
    if (sum.eq(whole)) return []
    return [
      {
        check: `listed-${own.list}`,
        name: '分列合计与总数不等',
        level: 'soft' as const,
        words: `各行合计 ${spoken(sum)} ≠ ${total.name} ${spoken(new Decimal(whole))}${total.unit}`,
        advice: '请核对各行，或说明未分列的部分',
        cells: [...keys, cellKey(total.code, mainColumn(total))],
      },
    ]
  })
}

function spoken(value: Decimal): string {
  return value.toNumber().toLocaleString('zh-CN', { maximumFractionDigits: 8 })
}

/** Required cells that are empty; computed ones are nobody's to fill in. */
export function missingCells({ form, cells }: CellsAt): readonly CellKey[] {
  return rowsOf(form)
    .filter(({ isRequired, formula }) => isRequired && formula === undefined)
    .map((row) => cellKey(row.code, mainColumn(row)))
    .filter((key) => !cells.has(key))
}
