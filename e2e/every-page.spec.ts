import { expect, type Page } from '@playwright/test'
import { accessibilityViolations, test } from './pages.ts'

const pages = [
  '/',
  '/import',
  '/drafts',
  '/findings',
  '/plans',
  '/targets?region=all',
  '/targets/compare',
  '/targets/measures',
  '/design',
  '/account',
  '/work',
  '/notifications',
  '/search?text=gyzcz',
  '/help',
  '/help/review',
  '/glossary',
  '/enterprises',
  '/projects',
  '/projects/import',
  '/watching',
  '/watching/lamps',
  '/causes',
  '/warnings',
  '/warnings/rules',
  '/warnings/rules/output-falls',
  '/prosperity',
  '/analysis',
  '/analysis/templates',
  '/changes',
  '/matters',
  '/matters?show=board',
  '/matters?show=calendar',
  '/matters?show=timeline',
  '/matters/load',
  '/matters/duties',
  '/matters/rules',
  '/matters/rules?part=workflows',
  '/matters/rules/schemes/standard',
  '/matters/rules/workflows/project-pool',
  '/matters/rules/kinds/danger',
  '/meetings',
  '/webhooks',
  '/calendar',
  '/indicators',
  '/indicators/profit-margin?asOf=2026-10-20',
  '/figures',
  '/formulas?code=profit-margin',
  '/figures/lineage?subject=region:999901&indicator=profit-margin&period=2026-09',
  '/figures/of-source?reference=none&place=01.to-date&subject=region:999901&indicator=industrial-output&period=2026-09',
  '/reports',
  '/reports/burden',
  '/reports/listed',
  '/reports/reminders',
  '/reports/sheet',
  '/forms',
  '/forms/design?form=output-and-sales',
] as const

/** Pages about one thing, reached by the first link to one. */
const pagesOfOne = [
  { from: '/import', link: /^qinglan-plan\.docx$/ },
  { from: '/import', link: /^校核$/ },
  { from: '/import', link: /^体检结果$/ },
  { from: '/plans', link: /青澜区制造业/ },
  { from: '/enterprises', link: /有限公司$/ },
  { from: '/projects', link: /项目/ },
] as const

const widths = [1440, 390] as const

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  // The page of samples shows a loading state for good.
  const samples = page.url().endsWith('/design') ? 1 : 0
  // The first look at the targets forecasts all of them, which takes a while on a busy machine.
  await expect(page.getByText('正在加载')).toHaveCount(samples, { timeout: 30_000 })
  await page.evaluate(() => document.fonts.ready)
}

/** Looked at as on a desk, then as on a phone. */
async function looksRight(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await settled(page)
    const violations = await accessibilityViolations(page)
    expect(violations, `at ${width} pixels`).toEqual([])
  }
}

for (const path of pages) {
  test(`${path} is accessible and keeps its policy`, async ({ page }) => {
    await page.goto(path)
    const place = page.getByRole('navigation', { name: '当前位置' })
    await expect(place.locator('[aria-current=page]')).toHaveText(/\S/)
    await looksRight(page)
  })
}

for (const { from, link } of pagesOfOne) {
  test(`what ${String(link)} on ${from} leads to is accessible and keeps its policy`, async ({
    page,
  }) => {
    await page.goto(from)
    await settled(page)
    const heading = page.getByRole('main').getByRole('heading', { level: 1 })
    const before = (await heading.textContent()) ?? ''
    await page.getByRole('main').getByRole('link', { name: link }).first().click()
    await expect(heading).not.toHaveText(before)
    await looksRight(page)
  })
}
