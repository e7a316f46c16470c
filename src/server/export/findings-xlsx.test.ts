import type { Citation } from '#core/document/citation.ts'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { findingsXlsx } from './findings-xlsx.ts'

const place: Citation = { start: 0, end: 9, quote: '=1+1', where: 'table', table: '表1' }

test('a finding is a row with its figures as numbers', async () => {
  const file = await findingsXlsx([
    {
      rule: 'growth-mismatch',
      severity: 'error',
      message: '增速与基期、目标不符',
      arithmetic: '100 × (1 + 10%)² = 121',
      expected: 121,
      found: 130,
      citations: [place, { ...place, quote: '@130', table: '表2' }],
      status: 'dismissed',
      reason: '口径不同',
    },
  ])
  const { sheets } = await readXlsx(file)
  expect(sheets[0]?.rows[1]).toEqual([
    1,
    '错误',
    '增速与数值不符',
    '增速与基期、目标不符',
    '100 × (1 + 10%)² = 121',
    121,
    130,
    '=1+1\n@130',
    '表1\n表2',
    '不是问题',
    '口径不同',
  ])
})

test('text of a document never becomes a formula', async () => {
  const formulas = ['=cmd|x', '+1', '-1', '@SUM(A1)', '\t=1', '\u0000=1']
  const file = await findingsXlsx(
    formulas.map((quote) => ({
      rule: 'unmeasurable',
      severity: 'info',
      message: quote,
      citations: [{ ...place, quote }],
      status: 'open',
    })),
  )
  const parts = Object.entries(unzipSync(file)).filter(([name]) => /worksheets\/sheet/.test(name))
  expect(parts).toHaveLength(1)
  expect(parts.map(([, bytes]) => strFromU8(bytes)).join('')).not.toMatch(/<f[ >]|t="str"/)
})
