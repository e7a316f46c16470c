import { choiceForms } from './choices.ts'
import type { FormRule } from './form.ts'
import { growthForms } from './growth-forms.ts'
import { timeForms } from './over-time.ts'
import { peerForms } from './peer-forms.ts'
import { quantityForms } from './quantity-forms.ts'

export const formRules: readonly FormRule[] = [
  ...choiceForms,
  ...timeForms,
  ...growthForms,
  ...peerForms,
  ...quantityForms,
]

const byName = new Map(formRules.flatMap((rule) => rule.names.map((name) => [name, rule])))

export function formRule(name: string): FormRule | undefined {
  return byName.get(name)
}
