import { defineForm, type FormVersion } from '#contract/form.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { forms } from '../report/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { CheckDesigner } from './check-designer.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { faultsOf, type Form, newForm } from './form-edit.ts'
import { FormFacts } from './form-facts.tsx'
import { PublishBar } from './publish-bar.tsx'
import { RowDesigner } from './row-designer.tsx'
import { TrialPanel } from './trial-panel.tsx'
import { useFormDraft } from './use-form-draft.ts'

const route = getRouteApi('/forms/design')

/** A form is made or changed as data: rows, columns, checks; tried on what was told, then published. */
export function DesignFormPage() {
  const text = useTranslations('formDesign')
  const { form: code, copy } = route.useSearch()
  const may = useMay(defineForm)
  const query = useQuery(forms())
  const person = useQuery(session()).data?.user.id
  return (
    <QueryState query={query}>
      {(known) => {
        const shown = known.find(({ form }) => form.code === (copy ?? code))
        if (!may || person === undefined) return <NoDesign why={text('mayNot')} />
        if ((copy ?? code) !== undefined && !shown) return <NoDesign why={text('unknown')} />
        const name = copy === undefined ? (code ?? 'new') : `copy-${copy}`
        return (
          <Designer
            key={name}
            draftKey={`jingwei.form.${person}.${name}`}
            known={known}
            {...(copy === undefined ? { held: shown } : { source: shown })}
          />
        )
      }}
    </QueryState>
  )
}

function NoDesign({ why }: { why: string }) {
  const text = useTranslations('formDesign')
  const pages = useTranslations('menu.pages')
  return (
    <>
      <PageHeader
        title={pages('formDesign')}
        actions={<LinkButton to="/forms">{text('back')}</LinkButton>}
      />
      <EmptyState title={why} />
    </>
  )
}

function Designer({
  draftKey,
  known,
  held,
  source,
}: {
  draftKey: string
  known: readonly FormVersion[]
  /** The form that is changed; none for a new one. */
  held?: FormVersion | undefined
  /** The form a new one begins as a copy of. */
  source?: FormVersion | undefined
}) {
  const text = useTranslations('formDesign')
  const base = useMemo(() => {
    if (held) return { version: held.version, form: held.form }
    const fresh = newForm(known.map(({ form }) => form.code))
    return {
      version: 0,
      form: source
        ? copied(source.form, fresh.code, text('copyOf', { name: source.form.name }))
        : fresh,
    }
  }, [held, source, known, text])
  const draft = useFormDraft(draftKey, base)
  const { form, change } = draft
  const others = useMemo(() => known.map((one) => one.form), [known])
  const faults = useMemo(() => faultsOf(form, others), [form, others])
  return (
    <>
      <PageHeader
        title={form.name || text('unnamed')}
        note={held ? text('changing', { version: held.version }) : text('fresh')}
        actions={
          <LinkButton to="/forms" search={held ? { form: held.form.code } : {}}>
            {text('back')}
          </LinkButton>
        }
      />
      <DraftNotice draft={draft} />
      <FormFacts form={form} isNew={!held} onChange={change} />
      <RowDesigner form={form} others={others} faults={faults} onChange={change} />
      <CheckDesigner form={form} others={others} faults={faults} onChange={change} />
      <TrialPanel form={form} held={held?.form} isReadable={faults.length === 0} />
      <PublishBar draft={draft} faults={faults} isNew={!held} isActive={held?.isActive ?? true} />
    </>
  )
}

function copied(form: Form, code: string, name: string): Form {
  return { ...form, code, number: '', name }
}
