import type { Account } from '#contract/identity.ts'
import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import type { GlyphShape } from '../../ui/glyph.tsx'

const looks: Record<Account['state'], { readonly tone: Tone; readonly shape: GlyphShape }> = {
  invited: { tone: 'none', shape: 'dashed' },
  active: { tone: 'ok', shape: 'check' },
  disabled: { tone: 'bad', shape: 'cross' },
}

export function AccountState({ account }: { account: Account }) {
  const text = useTranslations('users')
  return (
    <>
      <Badge {...looks[account.state]}>{text(`states.${account.state}`)}</Badge>{' '}
      {account.awaitsConfirmation && (
        <Badge tone="warn" shape="triangle">
          {text('awaiting')}
        </Badge>
      )}
    </>
  )
}
