import { expect } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from './pages.ts'

const wholePlan = path.join(import.meta.dirname, 'fixtures/xilin-plan.docx')

test('the target ledger leaves as a spreadsheet with figures as numbers', async ({
  page,
}, info) => {
  await page.goto('/targets')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  const file = info.outputPath('ledger.xlsx')
  await download.saveAs(file)
  const { sheets } = await readXlsx(readFileSync(file))
  const [head = [], ...rows] = sheets[0]?.rows ?? []
  const row = rows.find((cells) => cells[head.indexOf('指标')] === '规模以上工业增加值')
  expect(row?.[head.indexOf('2030年')]).toBe(336)
  expect(row?.[head.indexOf('地区')]).toContain('模拟数据')
})

test('a file that cannot be read says why, and the others are read', async ({ page }, info) => {
  const torn = `torn-${info.testId}.docx`
  const sound = `sound-${info.testId}.txt`
  const text = '某县制造业规划\n到2030年，规模以上工业企业达到160家。\n'
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles([
    {
      name: torn,
      mimeType: 'application/octet-stream',
      buffer: readFileSync(wholePlan).subarray(0, 4000),
    },
    { name: sound, mimeType: 'text/plain', buffer: Buffer.from(text) },
  ])
  await expect(page.getByRole('row', { name: torn })).toContainText('未能读取')
  await expect(page.getByRole('row', { name: sound })).toContainText('已读取')
})
