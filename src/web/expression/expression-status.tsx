import type { Kind } from '#core/expression/check/step.ts'
import type { CallAt } from '#core/expression/completions.ts'
import { useTranslations } from 'use-intl'
import { Glyph } from '../ui/glyph.tsx'
import styles from './expression-editor.module.css'
import type { Verdict } from './vocabulary.ts'

/** Below an expression: what is wrong and where, or what comes out; and how the function at the cursor is called. */
export function ExpressionStatus({
  verdict,
  call,
  kind,
  readOnly,
  onShow,
}: {
  verdict: Verdict
  call: CallAt | undefined
  kind: Kind | undefined
  readOnly: boolean
  onShow: () => void
}) {
  const text = useTranslations('expression')
  return (
    <div className={styles.status}>
      {verdict.is === 'wrong' && (
        <button type="button" className={styles.wrong} onClick={onShow} title={text('show')}>
          <Glyph shape="cross" /> {verdict.text}
        </button>
      )}
      {verdict.is === 'right' && (
        <span className={styles.right}>
          <Glyph shape="check" />{' '}
          {kind === 'truth'
            ? text('condition')
            : verdict.unit
              ? text('unit', { unit: verdict.unit })
              : text('right')}
        </span>
      )}
      {verdict.is === 'empty' && !readOnly && <span>{text('begin')}</span>}
      {call && !readOnly && (
        <span className={styles.call}>
          <code>{call.signature}</code> {call.meaning}
        </span>
      )}
    </div>
  )
}
