import { Skeleton } from 'antd'
import { useTranslations } from 'use-intl'

export function LoadingState({ rows = 6 }: { rows?: number }) {
  const text = useTranslations('common')
  return (
    <output style={{ display: 'block', padding: 16 }}>
      <span className="visually-hidden">{text('loading')}</span>
      <Skeleton active paragraph={{ rows }} title={false} />
    </output>
  )
}
