import { expect, type Locator } from '@playwright/test'

/**
 * Chooses in a field that offers options; its list hangs at the end of the page.
 *
 * `typed` is what is entered to find the option. A list that is filled anew under the pointer swallows
 * a click, so the choice is made until it is taken.
 */
export async function choose(
  field: Locator,
  option: string | RegExp,
  typed?: string,
): Promise<void> {
  const options = field.page().locator('.ant-select-item-option')
  const offered = options.filter({ visible: true, hasText: option }).first()
  // A list of which several may be chosen stays open and marks what is chosen.
  const unchosen = options
    .and(field.page().locator(':not(.ant-select-item-option-selected)'))
    .filter({ visible: true, hasText: option })
    .first()
  if (typed === undefined) await field.click()
  else await field.fill(typed)
  await offered.click()
  await expect(async () => {
    const taken = expect(unchosen).toBeHidden({ timeout: 1_000 })
    await taken.catch(async (open: unknown) => {
      await unchosen.click({ timeout: 1_000 })
      throw open
    })
  }).toPass()
}
