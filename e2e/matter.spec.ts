import { expect } from '@playwright/test'
import { noSession, signInAs } from './accounts.ts'
import { act, choose, openMatter } from './matters.ts'
import { accessibilityViolations, test } from './pages.ts'

test.use(noSession)

test('a warning becomes a duty, is signed, proved, returned, completed and closed', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'yunxing')
  await expect(async () => {
    await page.goto('/warnings')
    await page.getByRole('button', { name: /重新扫描 2026年10月/ }).click({ timeout: 3000 })
    await expect(page.getByRole('button', { name: '转为事项' }).first()).toBeVisible({
      timeout: 5000,
    })
  }).toPass({ timeout: 90_000 })
  const open = page.getByRole('row').filter({ hasText: '转为事项' }).last()
  const key = await open.getAttribute('data-row-key')
  const row = page.locator(`[data-row-key="${key}"]`)
  await row.getByRole('button', { name: '转为事项' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('牵头单位').fill('区科技局')
  await page.getByTitle('区科技局').click()
  await dialog.getByLabel('办结时限').fill('2026-12-31')
  await dialog.getByRole('button', { name: /^确\s?定$/ }).click()
  await row.getByRole('link', { name: '已转事项' }).click()
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible()
  const { pathname } = new URL(page.url())

  await openMatter(page, 'zeren', pathname)
  await act(page, '签收')
  await act(page, '报告进展', '已到企业了解情况', '60')
  await page.getByLabel('文字说明').fill('走访记录：订单已恢复')
  await page.getByLabel('文字说明').press('Enter')
  await expect(page.getByText('走访记录：订单已恢复').first()).toBeVisible()
  await act(page, '申请办结', '企业已恢复生产')

  await openMatter(page, 'yunxing', pathname)
  await act(page, '退回', '请补充用电情况')

  await openMatter(page, 'zeren', pathname)
  await expect(page.getByText('请补充用电情况').first()).toBeVisible()
  await act(page, '申请办结', '用电量已恢复到常年水平')

  await openMatter(page, 'yunxing', pathname)
  await act(page, '同意办结', '情况属实')
  await act(page, '销号')
  await expect(page.getByRole('main').getByText('销号').first()).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})

test('the tasks of a plan stand ready to be handed out, those that are matters lead there', async ({
  page,
}) => {
  await signInAs(page, 'guihua')
  await page.goto('/matters/duties')
  const table = page.getByRole('table')
  await expect(table.getByRole('link', { name: '已是事项' }).first()).toBeVisible()
  await table.getByRole('link', { name: '已是事项' }).first().click()
  await expect(page.getByText('来源：规划任务')).toBeVisible()
  await page.goto('/matters?show=board')
  await expect(page.getByRole('heading', { name: /^办理 \d+$/ })).toBeVisible()
  expect(await accessibilityViolations(page)).toEqual([])
})

test('a matter raised by hand is put on an agenda; what is decided becomes a matter', async ({
  page,
}, info) => {
  const title = `梳理停产企业名单 ${info.retry}-${Date.now()}`
  await signInAs(page, 'yunxing')
  await page.goto('/matters')
  await page.getByRole('button', { name: '新增事项' }).click()
  const raising = page.getByRole('dialog')
  await choose(raising.getByLabel('类别'), '企业诉求')
  await raising.getByLabel('事项', { exact: true }).fill(title)
  await choose(raising.getByLabel('牵头单位'), '区经济信息委')
  await raising.getByRole('button', { name: /^提\s?出$/ }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()

  await page.goto('/meetings')
  await page.getByRole('button', { name: '筹备会议' }).click()
  const planning = page.getByRole('dialog')
  await planning.getByLabel('会议名称').fill(`调度会 ${title}`)
  await choose(planning.getByLabel('涉及事项'), title)
  await planning.getByRole('button', { name: '生成议程' }).click()
  await expect(page.getByLabel('议题名称')).toHaveValue(title)
  await page.getByLabel('出席').fill('区经济信息委、区财政局')
  await page.getByRole('button', { name: '增加议定事项' }).click()
  await page.getByLabel('议定内容').fill(`一企一策拿出方案 ${title}`)
  await choose(page.getByLabel('牵头单位'), '区财政局')
  await page.getByLabel('完成时限').fill('2030-12-31')
  await page.getByRole('button', { name: '结束会议' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束会议' }).click()
  const raised = page.getByRole('region', { name: '议定事项转办情况' })
  await expect(page.getByRole('link', { name: '下载纪要' })).toBeVisible()
  await raised.getByRole('link').click()
  await expect(page.getByText('来源：会议')).toBeVisible()
  await expect(page.getByText('牵头单位 区财政局')).toBeVisible()
})

test('a scheme is copied, changed, tried on the past and put in force', async ({ page }) => {
  await signInAs(page, 'yunxing')
  await page.goto('/matters/rules/schemes/policy-redemption?copy=true')
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('本地兑现时限')
  const condition = page.getByRole('textbox', { name: '在什么条件下' }).first()
  const before = await condition.inputValue()
  await condition.fill('没有这个名称 > 0')
  await page.getByLabel('修改理由').fill('按本地办法')
  const enforce = page.getByRole('button', { name: /^启\s?用$/ })
  await expect(enforce).toBeDisabled()
  await condition.fill(before)
  await page.getByRole('button', { name: /^试\s?行$/ }).click()
  await expect(page.getByText(/^推演 \d+ 件事项$/)).toBeVisible({ timeout: 20_000 })
  await enforce.click()
  await expect(page).toHaveURL(/schemes\/policy-redemption-\d+$/)
  await expect(page.getByText('执行中')).toBeVisible()
})

test('the region decides on a day of its own, and an address is told what happens', async ({
  page,
}) => {
  await signInAs(page, 'yunxing')
  await page.goto('/calendar?year=2031')
  const day = page.getByRole('button', { name: /2031-05-20/ })
  await day.click()
  await page.getByRole('dialog').getByText('本地休息').click()
  await page.getByRole('dialog').getByLabel('事由').fill('招商大会')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s?存$/ })
    .click()
  await expect(day).toHaveAccessibleName(/2031-05-20 招商大会 休息 本地决定/)

  await page.goto('/webhooks')
  await page.getByRole('button', { name: '添加推送地址' }).click()
  const adding = page.getByRole('dialog')
  const url = `http://jingwei.invalid/hook-${Date.now()}`
  await adding.getByLabel('地址').fill(url)
  await adding.getByRole('button', { name: '添加推送地址' }).click()
  await expect(page.getByText('密钥只显示这一次')).toBeVisible()
  await page.getByRole('button', { name: '已保存' }).click()
  await page.getByRole('button', { name: `测试 ${url}` }).click()
  await expect(page.getByRole('dialog').getByText('测试推送')).toBeVisible()
})
