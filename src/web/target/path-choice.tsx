import { choosePath, type LedgerTarget, PathMethod } from '#contract/target.ts'
import { App, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useChoosePath } from './queries.ts'
import styles from './target-drawer.module.css'

/** How the target gets to its milestones: as computed, or as a person chose. */
export function PathChoice({ target }: { target: LedgerTarget }) {
  const text = useTranslations('target')
  const paths = useTranslations('path')
  const problems = useProblemText()
  const { message } = App.useApp()
  const mayChoose = useMay(choosePath)
  const choose = useChoosePath()
  const { region, id, revision, path, pathChosen } = target
  return (
    <>
      <Select
        aria-label={text('path')}
        style={{ width: 240 }}
        disabled={!mayChoose}
        loading={choose.isPending}
        value={pathChosen ? path : 'computed'}
        options={[
          {
            value: 'computed',
            label: pathChosen ? text('computed') : text('computedAs', { path: paths(path) }),
          },
          ...PathMethod.options.map((value) => ({ value, label: paths(value) })),
        ]}
        onChange={(value) => {
          const chosen = PathMethod.options.find((one) => one === value)
          choose.mutate(
            { region: region.code, id, revision, ...(chosen && { path: chosen }) },
            { onError: (error) => void message.error(problems(error).message) },
          )
        }}
      />
      <p className={styles.hint}>{text(`pathHint.${path}`)}</p>
    </>
  )
}
