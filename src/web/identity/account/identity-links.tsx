import type { ExternalIdentity } from '#contract/external-identity.ts'
import type { Account } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import {
  externalIdentities,
  useConfirmIdentity,
  useLinkIdentity,
  useUnlinkIdentity,
} from '../sign-in/provider-queries.ts'
import { ReasonDialog } from '../users/reason-dialog.tsx'
import styles from '../users/users-page.module.css'

type Wanted = { readonly kind: 'link' | 'unlink'; readonly identity: ExternalIdentity }

/** By which identities of the provider an account is entered; one administrator links, another confirms. */
export function IdentityLinks({
  account,
  mayLink,
  mayConfirm,
}: {
  account: Account
  mayLink: boolean
  mayConfirm: boolean
}) {
  const text = useTranslations('provider')
  const problems = useProblemText()
  const { message } = App.useApp()
  const known = useQuery(externalIdentities()).data ?? []
  const [wanted, setWanted] = useState<Wanted>()
  const link = useLinkIdentity()
  const unlink = useUnlinkIdentity()
  const confirm = useConfirmIdentity()
  const own = known.filter(({ userId }) => userId === account.id)
  const open = known.filter(({ userId }) => userId === undefined)
  const outcome = {
    onSuccess: () => {
      setWanted(undefined)
      void message.success(text('done'))
    },
    onError: (error: Error) => void message.error(problems(error).message),
  }
  // Where nobody ever came from a provider there is nothing to link.
  if (known.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{text('title')}</h3>
      {own.length === 0 && <p>{text('none')}</p>}
      <ul className={styles.grants}>
        {own.map((identity) => (
          <LinkedIdentity
            key={identity.id}
            identity={identity}
            mayConfirm={mayConfirm}
            mayUnlink={mayLink}
            onConfirm={() => confirm.mutate({ id: account.id, identity: identity.id }, outcome)}
            onUnlink={() => setWanted({ kind: 'unlink', identity })}
          />
        ))}
      </ul>
      {mayLink && open.length > 0 && (
        <OpenIdentities
          identities={open}
          onChoose={(identity) => setWanted({ kind: 'link', identity })}
        />
      )}
      {wanted && (
        <ReasonDialog
          title={text(wanted.kind)}
          note={text(`${wanted.kind}Note`)}
          open
          isPending={link.isPending || unlink.isPending}
          onClose={() => setWanted(undefined)}
          onReason={(why) => {
            const { mutate } = wanted.kind === 'link' ? link : unlink
            mutate({ id: account.id, identity: wanted.identity.id, why }, outcome)
          }}
        />
      )}
    </section>
  )
}

function LinkedIdentity({
  identity,
  mayConfirm,
  mayUnlink,
  onConfirm,
  onUnlink,
}: {
  identity: ExternalIdentity
  mayConfirm: boolean
  mayUnlink: boolean
  onConfirm: () => void
  onUnlink: () => void
}) {
  const text = useTranslations('provider')
  const { isConfirmed } = identity
  return (
    <li>
      <strong>{labelOf(identity)}</strong>
      <Badge tone={isConfirmed ? 'ok' : 'warn'} shape={isConfirmed ? 'check' : 'triangle'}>
        {text(isConfirmed ? 'confirmed' : 'awaiting')}
      </Badge>
      {!isConfirmed && mayConfirm && (
        <Button size="small" type="primary" onClick={onConfirm}>
          {text('confirm')}
        </Button>
      )}
      {mayUnlink && (
        <Button size="small" onClick={onUnlink}>
          {text('unlink')}
        </Button>
      )}
    </li>
  )
}

function OpenIdentities({
  identities,
  onChoose,
}: {
  identities: readonly ExternalIdentity[]
  onChoose: (identity: ExternalIdentity) => void
}) {
  const text = useTranslations('provider')
  const format = useFormatter()
  return (
    <Select
      aria-label={text('choose')}
      placeholder={text('choose')}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={identities.map((identity) => ({
        value: identity.id,
        label: `${labelOf(identity)} · ${format.dateTime(new Date(identity.lastAt), {
          dateStyle: 'medium',
          timeStyle: 'short',
        })}`,
      }))}
      onChange={(id) => {
        const chosen = identities.find((identity) => identity.id === id)
        if (chosen) onChoose(chosen)
      }}
    />
  )
}

/** Name, login and, since neither is for ever, what the provider knows them by. */
function labelOf({ name, login, subject }: ExternalIdentity): string {
  return [name, login, subject]
    .filter((part, at, all) => part && all.indexOf(part) === at)
    .join(' · ')
}
