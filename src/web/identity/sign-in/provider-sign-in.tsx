import { Alert, Button, Divider } from 'antd'
import { useTranslations } from 'use-intl'
import { useBeginAtProvider } from './provider-queries.ts'
import styles from './sign-in-page.module.css'
import { useDoorProblem } from './use-door-problem.ts'
import { rememberWayBack } from './way-back.ts'

/** The way in by the provider, where one is configured: it asks who one is and sends one back. */
export function ProviderSignIn({ name, back }: { name: string; back: string | undefined }) {
  const text = useTranslations('provider')
  const words = useDoorProblem()
  const begin = useBeginAtProvider()
  const problem = words(begin.error)
  return (
    <>
      <Divider plain>{text('or')}</Divider>
      {problem && <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />}
      <Button
        block
        loading={begin.isPending || begin.isSuccess}
        onClick={() => {
          rememberWayBack(back)
          begin.mutate(undefined, { onSuccess: ({ address }) => location.assign(address) })
        }}
      >
        {text('signIn', { name })}
      </Button>
    </>
  )
}
