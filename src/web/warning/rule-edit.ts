import type { WarningRule } from '#contract/warning.ts'
import { namesOf } from '#core/warning/warning-rule.ts'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'
import type * as z from 'zod'

export type Rule = z.output<typeof WarningRule>

/** A rule to begin with; its code is made from the moment, for nobody reads it. */
export function newRule(moment: number): Rule {
  return {
    code: `own-${moment.toString(36)}`,
    name: '',
    subject: 'enterprise',
    indicators: {},
    conditions: {},
    notIn: [],
    nextStep: '',
    owner: 'analyst',
    source: '',
  }
}

/** What the conditions of a rule may speak of: signals of its indicators, and facts of a subject as a whole. */
export function vocabularyOf(indicators: Rule['indicators']): ExpressionVocabulary {
  return {
    names: [...namesOf({ indicators }).keys()].map((name) => ({ name, unit: '' })),
    kind: 'truth',
  }
}

/** The rule with a condition of a grade; without it where the words are empty. */
export function withCondition(rule: Rule, grade: keyof Rule['conditions'], words: string): Rule {
  const { [grade]: _, ...others } = rule.conditions
  return { ...rule, conditions: words.trim() === '' ? others : { ...others, [grade]: words } }
}
