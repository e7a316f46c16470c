import { expect, type Locator } from '@playwright/test'

/**
 * Chooses in a field that offers options; its list hangs at the end of the page.
 *
 * `typed` is what is entered to find the option. A list that is filled anew under the pointer swallows
 * a click, so the choice is made until the list has closed upon it.
 */
export async function choose(
  field: Locator,
  option: string | RegExp,
  typed?: string,
): Promise<void> {
  const offered = field
    .page()
    .locator('.ant-select-item-option')
    .filter({ visible: true, hasText: option })
    .first()
  if (typed === undefined) await field.click()
  else await field.fill(typed)
  await offered.click()
  await expect(async () => {
    if (await offered.isVisible()) await offered.click()
    await expect(offered).toBeHidden({ timeout: 2_000 })
  }).toPass()
}
