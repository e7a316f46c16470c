import { App } from 'antd'
import { useTranslations } from 'use-intl'
import type { Draft } from './use-draft.ts'

/** What follows once a rule is in force or out of it: the draft goes on from there, a copy at its own address. */
export function useDecided(
  draft: Pick<Draft<unknown>, 'saved'>,
  /** Where a copy that became a rule is shown; absent for a rule that is changed. */
  showCopy: ((code: string) => void) | undefined,
) {
  const text = useTranslations('matterRule')
  const { message } = App.useApp()
  return (inForce: boolean) => ({
    onSuccess: ({ code, version }: { readonly code: string; readonly version: number }) => {
      draft.saved({ version, inForce })
      void message.success(text(inForce ? 'enforced' : 'taken'))
      showCopy?.(code)
    },
  })
}
