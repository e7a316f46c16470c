import type { ApiKey } from '#contract/api-key.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { ReasonDialog } from '../identity/users/reason-dialog.tsx'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { keyState } from './key-state.ts'
import { MakeKeyDialog } from './make-key-dialog.tsx'
import { apiKeys, useRevokeKey } from './queries.ts'

/** The keys with which programs of other offices read and send figures. */
export function ApiKeysPage() {
  const text = useTranslations('exchange')
  const query = useQuery(apiKeys())
  const [isMaking, setIsMaking] = useState(false)
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Button href="/api/openapi.json" target="_blank" rel="noreferrer">
              {text('description')}
            </Button>
            <Button type="primary" disabled={!query.data} onClick={() => setIsMaking(true)}>
              {text('make')}
            </Button>
          </>
        }
      />
      <QueryState query={query}>
        {({ keys, indicators }) => (
          <>
            <KeyTable
              keys={keys}
              names={new Map(indicators.map(({ code, name }) => [code, name]))}
            />
            <MakeKeyDialog
              open={isMaking}
              indicators={indicators}
              onClose={() => setIsMaking(false)}
            />
          </>
        )}
      </QueryState>
    </>
  )
}

const looks = {
  working: ['ok', 'check'],
  ending: ['warn', 'triangle'],
  ended: ['none', 'dashed'],
  revoked: ['none', 'cross'],
} as const

function KeyTable({
  keys,
  names,
}: {
  keys: readonly ApiKey[]
  names: ReadonlyMap<string, string>
}) {
  const text = useTranslations('exchange')
  const format = useFormatter()
  const { message } = App.useApp()
  const problems = useProblemText()
  const revoke = useRevokeKey()
  const [chosen, setChosen] = useState<ApiKey>()
  const now = useNow().toISOString()
  const dayOf = (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'medium' })
  const columns: TableColumnsType<ApiKey> = [
    {
      title: text('name'),
      key: 'name',
      render: (_, { name, prefix }) => (
        <>
          {name} <small>{prefix}…</small>
        </>
      ),
    },
    { title: text('region'), key: 'region', render: (_, { region }) => region.name },
    {
      title: text('actions'),
      key: 'actions',
      render: (_, { actions }) => actions.map((action) => text(`may.${action}`)).join('、'),
    },
    {
      title: text('indicators'),
      key: 'indicators',
      render: (_, { indicators }) => scopeWords(indicators),
    },
    { title: text('rate'), dataIndex: 'requestsPerMinute', align: 'right' },
    {
      title: text('state'),
      key: 'state',
      render: (_, key) => {
        const state = keyState(key, now)
        const [tone, shape] = looks[state]
        return (
          <Badge tone={tone} shape={shape}>
            {text(`states.${state}`)}
          </Badge>
        )
      },
    },
    { title: text('expires'), key: 'expires', render: (_, { expiresAt }) => dayOf(expiresAt) },
    {
      title: text('used'),
      key: 'used',
      render: (_, { lastUsedAt }) => (lastUsedAt === undefined ? text('never') : dayOf(lastUsedAt)),
    },
    {
      title: text('action'),
      key: 'action',
      render: (_, key) =>
        key.revokedAt === undefined && key.expiresAt > now ? (
          <Button
            size="small"
            aria-label={text('revokeOf', { name: key.name })}
            onClick={() => setChosen(key)}
          >
            {text('revoke')}
          </Button>
        ) : undefined,
    },
  ]
  function scopeWords(indicators: readonly string[] | undefined): string {
    if (!indicators) return text('all')
    const [first = '', second] = indicators.map((code) => names.get(code) ?? code)
    if (indicators.length <= 2) return second === undefined ? first : `${first}、${second}`
    return text('severalIndicators', { first, count: indicators.length })
  }
  return (
    <>
      <DataTable
        label={text('title')}
        rowKey="id"
        rows={keys}
        columns={columns}
        empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
      />
      <ReasonDialog
        title={text('revoke')}
        note={text('revokeNote', { name: chosen?.name ?? '' })}
        open={chosen !== undefined}
        isPending={revoke.isPending}
        onClose={() => setChosen(undefined)}
        onReason={(why) => {
          if (!chosen) return
          revoke.mutate(
            { id: chosen.id, why },
            {
              onSuccess: () => setChosen(undefined),
              onError: (error) => void message.error(problems(error).message),
            },
          )
        }}
      />
    </>
  )
}
