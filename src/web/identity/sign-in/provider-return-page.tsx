import { Link, useRouter } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { LoadingState } from '../../ui/loading-state.tsx'
import { OutsideFrame } from './outside-frame.tsx'
import { useReturnFromProvider } from './provider-queries.ts'
import styles from './sign-in-page.module.css'
import { useDoorProblem } from './use-door-problem.ts'
import { rememberedWayBack, wayBack } from './way-back.ts'

/** Where the provider sends people back to: what it says is handed in once, then one goes on. */
export function ProviderReturnPage() {
  const text = useTranslations('provider')
  const signIn = useTranslations('signIn')
  const words = useDoorProblem()
  const { history } = useRouter()
  const { mutate, error } = useReturnFromProvider()
  const query = useRef(history.location.search)
  const isHandedIn = useRef(false)
  useEffect(() => {
    // The answer is good once; the page may well be drawn twice.
    if (isHandedIn.current) return
    isHandedIn.current = true
    mutate(
      { query: query.current },
      { onSuccess: () => history.replace(wayBack(rememberedWayBack())) },
    )
  }, [mutate, history])
  const problem = words(error)
  return (
    <OutsideFrame title={signIn('title')}>
      <div className={styles.columns}>
        <section className={styles.card} aria-label={signIn('title')}>
          {problem ? (
            <>
              <Alert type="warning" showIcon title={problem} className={styles.problem ?? ''} />
              <Link to="/sign-in">{text('toSignIn')}</Link>
            </>
          ) : (
            <LoadingState />
          )}
        </section>
      </div>
    </OutsideFrame>
  )
}
