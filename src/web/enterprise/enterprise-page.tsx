import { changeEnterprise, type Enterprise, type EnterpriseWords } from '#contract/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { Badge } from '../ui/badge.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { EnterpriseDrawer } from './enterprise-drawer.tsx'
import { EnterpriseFacts } from './enterprise-facts.tsx'
import { EnterpriseHistory } from './enterprise-history.tsx'
import { EnterpriseStanding } from './enterprise-standing.tsx'
import { FigureCard } from './figure-card.tsx'
import { enterprise, words } from './queries.ts'
import { StepDialog, type StepKind } from './step-dialog.tsx'
import styles from './enterprise.module.css'

const route = getRouteApi('/enterprises/$enterpriseId')

/** One enterprise: who it is, where its figures count, what it reported, what was entered about it. */
export function EnterprisePage() {
  const { enterpriseId } = route.useParams()
  const one = useQuery(enterprise(enterpriseId as EnterpriseId))
  const known = useQuery(words())
  return (
    <QueryState query={known}>
      {(named) => (
        <QueryState query={one}>{(shown) => <Shown one={shown} words={named} />}</QueryState>
      )}
    </QueryState>
  )
}

function Shown({ one, words: named }: { one: Enterprise; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const mayManage = useMay(changeEnterprise)
  const [isEditing, setIsEditing] = useState(false)
  const [step, setStep] = useState<StepKind>()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const onAsOf = (day: string | undefined) =>
    void navigate({ search: { asOf: day }, replace: true, resetScroll: false })
  const isActive = one.state === 'active'
  const steps: readonly StepKind[] = isActive ? ['merge', 'split', 'close'] : ['restore']
  return (
    <>
      <PageHeader
        title={one.content.name}
        note={<Heading one={one} />}
        actions={
          <>
            <AsOfPicker asOf={asOf} onAsOf={onAsOf} />
            {mayManage && isActive && (
              <Button type="primary" onClick={() => setIsEditing(true)}>
                {text('edit')}
              </Button>
            )}
            {mayManage &&
              steps.map((kind) => (
                <Button key={kind} onClick={() => setStep(kind)}>
                  {text(`steps.${kind}`)}
                </Button>
              ))}
          </>
        }
      />
      <AsOfBand asOf={asOf} onAsOf={onAsOf} />
      <div className={styles.page}>
        <div>
          <FigureCard id={one.id} asOf={asOf} />
          <EnterpriseHistory id={one.id} words={named} />
        </div>
        <div>
          <EnterpriseFacts one={one} words={named} />
          <EnterpriseStanding one={one} words={named} />
        </div>
      </div>
      {isEditing && (
        <EnterpriseDrawer one={one} words={named} onClose={() => setIsEditing(false)} />
      )}
      {step && <StepDialog kind={step} one={one} onClose={() => setStep(undefined)} />}
    </>
  )
}

function Heading({ one }: { one: Enterprise }) {
  const text = useTranslations('enterprises')
  return (
    <span className={styles.name}>
      <span className={styles.code}>{one.content.uscc ?? text('noCode')}</span>
      {one.state !== 'active' && (
        <Badge tone="none" shape="cross">
          {text('endedOn', { ending: text(`endings.${one.state}`), day: one.endedOn ?? '' })}
        </Badge>
      )}
    </span>
  )
}
