import type { IndicatorVersion } from '#contract/indicator.ts'
import type { Input } from '#contract/route.ts'
import type { defineIndicator } from '#contract/indicator.ts'
import { isPeriod } from '#core/period/period.ts'

export type Definition = IndicatorVersion['definition']

/** What a person types to define an indicator; every field is there, empty where nothing is said. */
export interface DefinitionForm extends Omit<
  Definition,
  'formula' | 'standard' | 'from' | 'to' | 'aliases' | 'formCode' | 'confidence'
> {
  readonly formula: string
  readonly standard: string
  readonly from: string
  readonly to: string
  readonly aliases: readonly string[]
  readonly why: string
}

/** The form of a version, or of an indicator that is not there yet. */
export function definitionForm(definition: Definition | undefined): DefinitionForm {
  const { formula = '', standard = '', from = '', to = '', ...rest } = definition ?? unwritten
  return {
    code: rest.code,
    name: rest.name,
    englishName: rest.englishName,
    unit: rest.unit,
    decimals: rest.decimals,
    direction: rest.direction,
    kind: rest.kind,
    frequency: rest.frequency,
    overSpace: rest.overSpace,
    overTime: rest.overTime,
    source: rest.source,
    definition: rest.definition,
    aliases: [...rest.aliases],
    formula,
    standard,
    from,
    to,
    why: '',
  }
}

// Most indicators people add are ratios of what is there.
const unwritten: Definition = {
  code: '',
  name: '',
  englishName: '',
  unit: '%',
  decimals: 2,
  direction: 'up',
  kind: 'rate',
  frequency: 'month',
  overSpace: 'ratio',
  overTime: 'none',
  source: '',
  definition: '',
  aliases: [],
}

/** The form as it is sent, made from a version; what it cannot say stays as it was. */
export function sentDefinition(
  form: DefinitionForm,
  before: IndicatorVersion | undefined,
): Input<typeof defineIndicator> {
  const { code, formula, standard, from, to, why, ...rest } = form
  const { formCode, confidence } = before?.definition ?? {}
  return {
    code,
    version: before?.version ?? 0,
    why,
    definition: {
      ...rest,
      aliases: [...rest.aliases],
      ...(formula.trim() !== '' && { formula }),
      ...(standard.trim() !== '' && { standard }),
      ...(isPeriod(from) && { from }),
      ...(isPeriod(to) && { to }),
      ...(formCode !== undefined && { formCode }),
      ...(confidence !== undefined && { confidence }),
    },
  }
}
