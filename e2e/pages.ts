import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test as base, type TestInfo } from '@playwright/test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const smallPlan = path.join(import.meta.dirname, 'fixtures/xilin-plan.docx')

/**
 * Takes a small plan in and opens its review once it is read. Each journey brings a file of its own
 * (the same text, other bytes), so that no journey meets what another decided.
 */
export async function importPlan(page: Page, info: TestInfo): Promise<void> {
  const name = `xilin-plan-${info.testId}-${info.retry}.docx`
  const note = strToU8(name)
  const buffer = Buffer.from(
    zipSync({ ...unzipSync(readFileSync(smallPlan)), 'docProps/note.txt': note }),
  )
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: wordType, buffer })
  const row = page.getByRole('row', { name }).first()
  await expect(row).toContainText('已读取', { timeout: 30_000 })
  await row.getByRole('link', { name: '校核' }).click()
  await expect(page.getByRole('region', { name: '读出的内容' })).toBeVisible()
}

/** The list of what was read, beside the document. */
export function readItems(page: Page) {
  return page.getByRole('region', { name: '读出的内容' })
}

export async function openKind(page: Page, kind: '目标' | '任务' | '体检'): Promise<void> {
  await readItems(page)
    .getByRole('tab', { name: new RegExp(`^${kind} `) })
    .click()
}

/** Rules of WCAG 2 AA and best practice the page breaks, with what breaks them. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  const found = await violationsAtRest(page)
  // A colour caught while a button comes to life is gone at the second look; what is wrong stays.
  return found.length === 0 ? found : violationsAtRest(page)
}

async function violationsAtRest(page: Page): Promise<readonly string[]> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** Waits for what fades in: while it does its colours are not those a user reads. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(running.map(({ finished }) => finished))
  })
}

/**
 * A journey in which no page was kept from loading anything by its content security policy: what is
 * refused would be missing for users, and a report full of it would hide an attack.
 */
export const test = base.extend<{ policy: undefined }>({
  policy: [
    async ({ context }, use) => {
      const violations: string[] = []
      await context.exposeFunction('policyViolated', (what: string) => violations.push(what))
      await context.addInitScript(() => {
        addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI, sourceFile }) => {
            const report: unknown = Reflect.get(globalThis, 'policyViolated')
            if (typeof report === 'function')
              report(`${effectiveDirective} ${blockedURI} ${sourceFile}`)
          },
        )
      })
      await use(undefined)
      expect(violations).toEqual([])
    },
    { auto: true },
  ],
})
