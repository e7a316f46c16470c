import { calendarOf } from '../calendar/working-days.ts'
import type { Period } from '../period/period.ts'
import { type Cells, type CellsAt } from './cells.ts'
import { checkHits, missingCells } from './checks.ts'
import { compileForm, withComputed } from './compile-form.ts'
import {
  cellKey,
  type CellKey,
  type ColumnKind,
  type Form,
  type FormCheck,
  type FormRow,
  readCellKey,
} from './form.ts'
import { afterAct, dueDay, type ReportAct, type ReportStanding } from './life.ts'
import { figuresOfReport } from './report-figures.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const flow: readonly ColumnKind[] = ['month', 'to-date', 'month-last-year', 'to-date-last-year']

function row(code: string, name: string, more: Partial<FormRow> = {}): FormRow {
  const columns = more.columns ?? flow
  return { code, name, indent: 0, unit: '千元', decimals: 0, isRequired: true, ...more, columns }
}

function check(code: string, holds: string, more: Partial<FormCheck> = {}): FormCheck {
  return { code, name: code, holds, level: 'hard', advice: '请核对', notIn: [], ...more }
}

const form: Form = {
  code: 'output',
  number: 'B204-1',
  name: '产销',
  frequency: 'month',
  reporter: 'enterprise',
  dueAfter: 6,
  review: ['park', 'region'],
  waitsForAll: false,
  notes: '',
  source: '',
  sections: [
    {
      title: '一、产销',
      rows: [
        row('01', '工业总产值', { indicator: 'industrial-output' }),
        row('02', '工业销售产值'),
        row('03', '出口交货值', { indent: 1, isRequired: false }),
        row('04', '产销差', { formula: '工业总产值 - 工业销售产值' }),
        row('05', '用工人数', { unit: '人', columns: ['level', 'level-last-year'] }),
      ],
    },
  ],
  checks: [
    check('export', '出口交货值 <= 工业销售产值'),
    check('growing', '工业总产值 >= 上期(工业总产值)', { notIn: ['M1-2'] }),
    check('month', '当期(工业总产值) <= 工业总产值'),
    check('growth', '绝对值(同比(工业总产值)) <= 60%', { level: 'soft' }),
  ],
}

function compiled(of: Form = form) {
  const made = compileForm(of)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** `01 30/330/25/300`: month, to date, and both of last year; `-` is empty. */
function drawn(picture: string): Cells {
  const cells = new Map<CellKey, string>()
  for (const line of picture.trim().split('\n')) {
    const [code = '', figures = ''] = line.trim().split(' ')
    const columns = code === '05' ? (['level', 'level-last-year'] as const) : flow
    for (const [i, text] of figures.split('/').entries()) {
      const column = columns[i]
      if (column && text !== '-') cells.set(cellKey(code, column), text)
    }
  }
  return cells
}

function at(picture: string, lastMonth = '', period = '2026-05'): CellsAt {
  const before = drawn(lastMonth || '00 -')
  return {
    form,
    period: period as Period,
    cells: drawn(picture),
    archive: { cellsOf: (of) => (of === '2026-04' ? before : undefined) },
  }
}

test.each([
  ['01 30/330/25/300', '01 28/300', []],
  ['01 30/290/25/300', '01 28/300', ['growing']],
  ['01 400/330/25/300', '01 28/300', ['growing', 'month'].slice(1)],
  ['01 30/33000/25/300', '01 28/300', ['growth']],
  ['02 -/300\n03 -/310', '', ['export']],
  ['03 -/310', '', []],
])('[K1] %j after %j breaks %j', (now, before, broken) => {
  expect(checkHits(compiled(), at(now, before)).map((hit) => hit.check)).toEqual(broken)
})

test('[K1] a check is not asked where it makes no sense', () => {
  const first = { ...at('01 290/290', '01 300/300'), period: '2026-M1-2' as Period }
  expect(checkHits(compiled(), first)).toEqual([])
})

test('[K1] a hit says with figures what does not hold, and where', () => {
  const [hit] = checkHits(compiled(), at('01 30/290/25/300', '01 28/300'))
  expect(hit?.words).toContain('290')
  expect(hit?.words).toContain('300')
  expect(hit?.cells).toEqual(['01.to-date'])
})

test('computed rows follow column by column, and are empty where an input is', () => {
  const cells = withComputed(compiled(), at('01 30/330\n02 20/-'))
  expect(cells.get(cellKey('04', 'month'))).toBe('10')
  expect(cells.has(cellKey('04', 'to-date'))).toBe(false)
})

test('required cells that are empty are named; computed and optional ones are not', () => {
  expect(missingCells(at('01 30/330\n05 12'))).toEqual(['02.to-date'])
})

test('[K2] figures travel in the unit of the indicator with their place', () => {
  const figures = figuresOfReport({
    form,
    period: '2026-05' as Period,
    subject: { kind: 'enterprise', code: 'e1' },
    cells: drawn('01 30/12345/25/10000'),
    reference: 'report-1',
    unitOf: (code) => (code === 'industrial-output' ? '万元' : undefined),
  })
  expect(figures).toEqual([
    {
      subject: { kind: 'enterprise', code: 'e1' },
      indicator: 'industrial-output',
      period: '2026-05',
      value: '1234.5',
      base: '1000',
      source: { kind: 'submission', reference: 'report-1', place: '01.to-date' },
    },
  ])
})

test.each([
  [{ rows: [row('01', '甲'), row('01', '乙')] }, 'row-doubled'],
  [{ rows: [row('01', '甲'), row('02', '甲')] }, 'name-doubled'],
  [
    { rows: [row('01', '甲', { formula: '乙' }), row('02', '乙', { formula: '甲' })] },
    'formula-cycle',
  ],
  [{ rows: [row('01', '甲', { formula: '甲 + (' })] }, 'formula-unread'],
  [{ rows: [row('01', '甲', { columns: ['month', 'level'] })] }, 'column-mixed'],
  [{ checks: [check('a', '丙 > 1')] }, 'check-unread'],
  [{ checks: [check('a', '工业总产值 + 1')] }, 'check-no-condition'],
  [{ checks: [check('a', '工业总产值 > 用工人数')] }, 'check-unread'],
])(
  'a form with a mistake is refused with its place: %#',
  (
    {
      rows,
      checks,
    }: {
      rows?: FormRow[]
      checks?: FormCheck[]
    },
    code,
  ) => {
    const made = compileForm({
      ...form,
      ...(rows && { sections: [{ title: '', rows }], checks: [] }),
      ...(checks && { checks }),
    })
    expect(made.ok ? [] : made.error.map((problem) => problem.code)).toContain(code)
  },
)

test('a cell is named by row and column, and only where the form has it', () => {
  expect(readCellKey(form, '05.level')?.row.name).toBe('用工人数')
  expect(readCellKey(form, '05.month')).toBeUndefined()
  expect(readCellKey(form, '99.month')).toBeUndefined()
})

test('[K3] no sequence of acts accepts what was not submitted and passed by every step', () => {
  const act = fc.record({
    act: fc.constantFrom<ReportAct>('save', 'submit', 'pass', 'return', 'reopen'),
    by: fc.constantFrom('park' as const, 'region' as const, undefined),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let standing: ReportStanding = { state: 'open' }
      for (const { act: one, by } of acts) {
        const after = afterAct(form, standing, one, by)
        if (!after.ok) continue
        if (after.value.state === 'accepted' && standing.state !== 'accepted') {
          expect([standing.state, one, by]).toEqual(['submitted', 'pass', 'region'])
        }
        standing = after.value
        expect(standing.waitsFor !== undefined).toBe(standing.state === 'submitted')
      }
    }),
  )
})

test('a report is due some working days after the end of its period', () => {
  const calendar = calendarOf([])
  expect(dueDay(form, '2026-05' as Period, calendar)).toBe('2026-06-08')
  expect(dueDay(form, '2026-M1-2' as Period, calendar)).toBe('2026-03-09')
})
