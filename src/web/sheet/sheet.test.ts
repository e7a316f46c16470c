import type { SheetReport } from '#contract/collection.ts'
import type { CellKey } from '#core/report/form.ts'
import { expect, test } from 'vitest'
import {
  afterSaving,
  readDraft,
  type SheetDraft,
  withChanges,
  writtenDraft,
} from './sheet-draft.ts'
import type { SheetColumn } from './sheet-columns.ts'
import { pastedSheet } from './sheet-paste.ts'

const columns: readonly SheetColumn[] = ['01', '03'].map((code) => ({
  cell: `${code}.to-date` as CellKey,
  code,
  name: code,
  kind: 'to-date',
  unit: '千元',
}))

function report(name: string, more: Partial<SheetReport> = {}): SheetReport {
  return {
    id: name as SheetReport['id'],
    revision: 1,
    subject: { kind: 'enterprise', code: name },
    name,
    state: 'open',
    mayWrite: true,
    cells: {},
    locked: [],
    hardHits: 0,
    softHits: 0,
    ...more,
  }
}

const reports = [
  report('甲厂', { uscc: '91500000MA00000000' }),
  report('乙厂'),
  report('丙厂', { mayWrite: false }),
  report('丁厂', { locked: ['03.to-date'] }),
]

function pasted(text: string, row = 0, column = 0) {
  const lines = text.split('\n').map((line) => line.trim().split(' '))
  const { changes, ...rest } = pastedSheet(reports, columns, { row, column }, lines)
  return { changes: Object.fromEntries(changes), ...rest }
}

test('a block lands line by line from the cell it is pasted into', () => {
  expect(pasted('1,200 ２\n3万元 四', 0)).toEqual({
    changes: {
      甲厂: { '01.to-date': '1200', '03.to-date': '2' },
      乙厂: { '01.to-date': '30' },
    },
    wrong: [{ name: '乙厂', column: '03', text: '四' }],
    unknown: [],
    skipped: 0,
  })
})

test('a block that names its reporters goes to each, whatever the order; its head is no reporter', () => {
  expect(pasted('企业 产值 销售\n乙厂 5 6\n91500000ma00000000 7 8\n戊厂 1 2\n丙厂 1 1', 3)).toEqual(
    {
      changes: {
        乙厂: { '01.to-date': '5', '03.to-date': '6' },
        甲厂: { '01.to-date': '7', '03.to-date': '8' },
      },
      wrong: [],
      unknown: ['戊厂'],
      skipped: 2,
    },
  )
})

test('what is carried over, handed in or outside is left alone and counted', () => {
  expect(pasted('1 2 3\n9 9', 3)).toMatchObject({
    changes: { 丁厂: { '01.to-date': '1' } },
    skipped: 4,
  })
})

test('what is typed while a save is on its way is kept, on the revision the save came to', () => {
  const find = (id: string) => reports.find((one) => one.id === id)
  const typed = (draft: SheetDraft, cells: Record<string, string | null>) =>
    withChanges(draft, new Map([['甲厂', cells]]), find)
  const sent = typed(new Map(), { '01.to-date': '5' })
  const more = typed(sent, { '03.to-date': '6' })
  const left = afterSaving(more, sent, [{ id: '甲厂' as SheetReport['id'], revision: 2 }])
  expect(readDraft(writtenDraft(left))).toEqual(
    new Map([['甲厂', { revision: 2, changes: { '03.to-date': '6' } }]]),
  )
  expect(typed(sent, { '01.to-date': null }).size).toBe(0)
  expect(readDraft('{')).toEqual(new Map())
})
