import { rowsOf } from '#core/report/form.ts'
import { expect, test } from 'vitest'
import {
  addRow,
  faultsOf,
  type Form,
  moveRow,
  newCheck,
  newForm,
  removeSection,
  rowAt,
  withRow,
} from './form-edit.ts'
import { pastPeriods } from './past-periods.ts'
import type { Period } from '#core/period/period.ts'

/** `甲 乙 | 丙` is a form of two sections. */
function form(picture: string): Form {
  const sections = picture.split('|').map(() => ({ title: '', rows: [] }))
  let made: Form = { ...newForm([]), name: '表', sections }
  for (const [section, names] of picture.split('|').entries()) {
    for (const [row, name] of names.trim().split(/\s+/u).filter(Boolean).entries()) {
      const added = addRow(made, { section, row: row - 1 })
      made = withRow(added.form, added.place, { name, unit: '万元' })
    }
  }
  return made
}

function drawn({ sections }: Form): string {
  return sections.map(({ rows }) => rows.map(({ name }) => name).join(' ')).join(' | ')
}

test('rows move within their section and over its edge, and are followed', () => {
  const known = form('甲 乙 | 丙')
  const down = moveRow(known, { section: 0, row: 1 }, 1)
  expect(down && [drawn(down.form), down.place]).toEqual(['甲 | 乙 丙', { section: 1, row: 0 }])
  const up = moveRow(known, { section: 1, row: 0 }, -1)
  expect(up && drawn(up.form)).toBe('甲 乙 丙 | ')
  expect(moveRow(known, { section: 0, row: 0 }, -1)).toBeUndefined()
})

test('a section that goes leaves its rows to its neighbour', () => {
  expect(drawn(removeSection(form('甲 | 乙 | 丙'), 1))).toBe('甲 乙 | 丙')
  expect(drawn(removeSection(form('甲 | 乙'), 0))).toBe('甲 乙')
  expect(drawn(removeSection(form('甲'), 0))).toBe('甲')
})

test('new rows and checks get numbers nobody has, an emptied formula is none', () => {
  const known = form('甲 乙')
  expect(rowsOf(known).map(({ code }) => code)).toEqual(['01', '02'])
  const place = { section: 0, row: 1 }
  const computed = withRow(known, place, { formula: '甲' })
  const plain = withRow(computed, place, { formula: undefined })
  expect(rowAt(plain, place)).not.toHaveProperty('formula')
  const first = newCheck(known)
  expect(newCheck({ ...known, checks: [{ ...first, code: 'check-2' }] }).code).toBe('check-3')
  expect(newForm(['form-1']).code).toBe('form-2')
})

test('what has to be mended is told with its place', () => {
  const known = form('甲 乙')
  expect(faultsOf(known, [])).toEqual([])
  const cyclic = withRow(
    withRow(known, { section: 0, row: 0 }, { formula: '乙' }),
    { section: 0, row: 1 },
    { formula: '甲' },
  )
  expect(faultsOf(cyclic, [])).toMatchObject([{ part: 'rows' }])
  const check = { ...newCheck(known), name: '查', holds: '丙 > 1' }
  expect(faultsOf({ ...known, checks: [check] }, [])).toMatchObject([
    { part: 'checks', at: 'check-1' },
  ])
  expect(faultsOf(newForm([]), []).map(({ code }) => code)).toEqual(['form-name', 'no-rows'])
})

test('a form is tried on the periods of its rounds first, then on those before', () => {
  const rounds = [{ form: 'a', period: '2026-03' as Period }]
  expect(pastPeriods('month', rounds, 'a', '2026-06' as Period).slice(0, 3)).toEqual([
    '2026-03',
    '2026-M1-2',
    '2025-12',
  ])
  expect(pastPeriods('quarter', rounds, 'b', '2026-Q2' as Period)[0]).toBe('2026-Q1')
})
