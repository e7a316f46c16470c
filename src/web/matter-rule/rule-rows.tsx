import type { Scheme } from '#contract/matter-fields.ts'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'
import { ConditionField } from './field.tsx'
import { RowList } from './row-list.tsx'
import type { Rules } from './rule-texts.ts'

/** What each list of rows of a scheme is given. */
export interface SchemeParts {
  readonly scheme: Scheme
  readonly rules: Rules
  readonly vocabulary: ExpressionVocabulary
  readonly readOnly: boolean
  readonly onChange: (scheme: Scheme) => void
}

/** Rows that each hold under a condition over the facts of a matter; the condition is what a row ends with. */
export function RuleRows<Row extends { readonly when: string }>({
  vocabulary,
  children,
  ...list
}: Omit<ComponentProps<typeof RowList<Row>>, 'children'> & {
  vocabulary: ExpressionVocabulary
  children: (row: Row, change: (row: Row) => void) => ReactNode
}) {
  const text = useTranslations('matterRule')
  return (
    <RowList<Row> {...list}>
      {(row, change) => (
        <>
          {children(row, change)}
          <ConditionField
            label={text('when')}
            value={row.when}
            vocabulary={vocabulary}
            readOnly={list.readOnly}
            onChange={(when) => change({ ...row, when })}
          />
        </>
      )}
    </RowList>
  )
}
