import { defineForm, type FormVersion } from '#contract/form.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { FormPaper } from './form-paper.tsx'
import { forms, formVersions } from './queries.ts'
import styles from './form-paper.module.css'

const route = getRouteApi('/forms')

/** The forms that are asked, one of them as it prints, in any version. */
export function FormsPage() {
  const text = useTranslations('forms')
  const design = useTranslations('formDesign')
  const mayDefine = useMay(defineForm)
  const { form: code } = route.useSearch()
  const query = useQuery(forms())
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          mayDefine && (
            <LinkButton look="primary" to="/forms/design">
              {design('create')}
            </LinkButton>
          )
        }
      />
      <QueryState query={query}>
        {(known) => {
          const shown = known.find(({ form }) => form.code === code) ?? known[0]
          if (!shown) return <EmptyState title={text('none')} />
          return (
            <div className={styles.desk}>
              <FormList known={known} shown={shown.form.code} />
              <OneForm key={shown.form.code} shown={shown} />
            </div>
          )
        }}
      </QueryState>
    </>
  )
}

function FormList({ known, shown }: { known: readonly FormVersion[]; shown: string }) {
  const text = useTranslations('forms')
  return (
    <ul className={styles.list}>
      {known.map(({ form, isActive }) => (
        <li key={form.code}>
          <Link
            to="/forms"
            search={{ form: form.code }}
            className={styles.form}
            aria-current={form.code === shown}
          >
            {form.name}
            <div className={styles.note}>
              {[form.number, text(`frequencies.${form.frequency}`), !isActive && text('inactive')]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function OneForm({ shown }: { shown: FormVersion }) {
  const text = useTranslations('formDesign')
  const mayDefine = useMay(defineForm)
  const { version: number } = route.useSearch()
  const query = useQuery(formVersions(shown.form.code))
  return (
    <QueryState query={query}>
      {(versions) => (
        <div>
          {mayDefine && (
            <div className={styles.actions}>
              <LinkButton to="/forms/design" search={{ form: shown.form.code }}>
                {text('design')}
              </LinkButton>
              <LinkButton to="/forms/design" search={{ copy: shown.form.code }}>
                {text('copy')}
              </LinkButton>
            </div>
          )}
          <FormPaper form={(versions.find((one) => one.version === number) ?? shown).form} />
          <Versions versions={versions} />
        </div>
      )}
    </QueryState>
  )
}

function Versions({ versions }: { versions: readonly FormVersion[] }) {
  const text = useTranslations('forms')
  const nameOf = usePeriodName()
  const format = useFormatter()
  return (
    <section className={styles.versions}>
      <h2>{text('versions')}</h2>
      <DataTable<FormVersion>
        label={text('versions')}
        size="small"
        rows={versions}
        rowKey="version"
        empty={text('none')}
        columns={[
          {
            title: text('version'),
            render: (_, { form, version }) => (
              <Link to="/forms" search={{ form: form.code, version }}>
                {text('versionOf', { version })}
              </Link>
            ),
          },
          {
            title: text('from'),
            render: (_, { from }) => (from === undefined ? text('always') : nameOf(from)),
          },
          {
            title: text('use'),
            render: (_, { isActive }) => text(isActive ? 'active' : 'inactive'),
          },
          { title: text('why'), render: (_, { why }) => why ?? text('shipped') },
          {
            title: text('changed'),
            render: (_, { by, at }) =>
              at === undefined
                ? '—'
                : `${by?.name ?? ''} ${format.dateTime(new Date(at), { dateStyle: 'medium' })}`,
          },
        ]}
      />
    </section>
  )
}
