import type { AnalysisTemplate, listTemplates } from '#contract/analysis-template.ts'
import type { Reply } from '#contract/route.ts'
import { coveringPeriod } from './covering-period.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { standings } from '../watching/queries.ts'
import { monthsOnly, usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { AnalysisBlockView } from './analysis-block.tsx'
import paper from './analysis-page.module.css'
import { useSetTemplate, useTryTemplate } from './queries.ts'
import { SectionEditor } from './section-editor.tsx'
import { moved, replaced, without } from './template-edit.ts'
import own from './template.module.css'

/** The template on the left, what it reads like on the right. */
export function TemplateForm({
  inUse,
  template,
  listed,
  mayChange,
  onChange,
  onSaved,
}: {
  inUse: { readonly version: number; readonly template: AnalysisTemplate }
  template: AnalysisTemplate
  listed: Reply<typeof listTemplates>
  mayChange: boolean
  onChange: (template: AnalysisTemplate | undefined) => void
  onSaved: () => void
}) {
  const text = useTranslations('template')
  const nameOf = usePeriodName()
  const [why, setWhy] = useState('')
  const attempt = useTryTemplate()
  const set = useSetTemplate()
  const { data } = useQuery(standings({}))
  const [month] = monthsOnly(data?.periods ?? [])
  const period = month && coveringPeriod(month, template.code)
  const isSame = JSON.stringify(template) === JSON.stringify(inUse.template)
  const isTried = attempt.variables?.template === template
  const outcome = isTried ? attempt.data : undefined
  const canSave = !isSame && outcome?.problems.length === 0 && why.trim() !== ''
  const error = attempt.error ?? set.error
  const sectionsAre = (sections: AnalysisTemplate['sections']) =>
    onChange({ ...template, sections })
  return (
    <div className={own.columns}>
      <section className={styles.panel} aria-label={text('template')}>
        <label className={own.label}>
          {text('documentTitle')}
          <Input
            value={template.title}
            maxLength={200}
            readOnly={!mayChange}
            onChange={({ target }) => onChange({ ...template, title: target.value })}
          />
        </label>
        <p className={styles.scope}>{text('places', { settings: listed.settings.join('、') })}</p>
        {template.sections.map((section, i) => (
          <SectionEditor
            // Sections have no ids; their place is what they are.
            key={`section ${String(i)}`}
            section={section}
            number={i + 1}
            count={template.sections.length}
            listed={listed}
            readOnly={!mayChange}
            faults={outcome?.problems.filter((problem) => problem.section === i) ?? []}
            onChange={(next) => sectionsAre(replaced(template.sections, i, next))}
            onMove={(by) => sectionsAre(moved(template.sections, i, by))}
            onRemove={() => sectionsAre(without(template.sections, i))}
          />
        ))}
        {mayChange && (
          <Button
            block
            onClick={() =>
              sectionsAre([...template.sections, { heading: text('newHeading'), blocks: [] }])
            }
          >
            {text('addSection')}
          </Button>
        )}
      </section>
      <section className={own.trial} aria-label={text('trial')}>
        <Space wrap className={own.act ?? ''}>
          <Button
            loading={attempt.isPending}
            disabled={!period}
            onClick={() => period && attempt.mutate({ period, template })}
          >
            {period ? text('try', { period: nameOf(period) }) : text('trial')}
          </Button>
          {mayChange && (
            <>
              <Input
                value={why}
                maxLength={200}
                placeholder={text('why')}
                aria-label={text('why')}
                onChange={({ target }) => setWhy(target.value)}
              />
              <Button
                type="primary"
                disabled={!canSave}
                loading={set.isPending}
                onClick={() =>
                  set.mutate(
                    { code: template.code, version: inUse.version, template, why: why.trim() },
                    {
                      onSuccess: () => {
                        setWhy('')
                        attempt.reset()
                        onSaved()
                      },
                    },
                  )
                }
              >
                {text('save')}
              </Button>
              {!isSame && (
                <Button type="link" onClick={() => onChange(undefined)}>
                  {text('reset')}
                </Button>
              )}
            </>
          )}
        </Space>
        <p className={styles.scope}>
          {isSame ? text('unchanged') : outcome ? '' : text('tryFirst')}
        </p>
        {error && <ErrorState error={error} />}
        {outcome?.problems.map(({ text: fault }) => (
          <Alert key={fault} type="error" title={fault} className={own.fault ?? ''} />
        ))}
        {outcome && outcome.blocks.length > 0 ? (
          <article className={`${paper.paper} ${own.preview}`}>
            {outcome.blocks.map((block, i) => (
              <AnalysisBlockView
                key={`${block.kind} ${String(i)}`}
                block={block}
                asOf={undefined}
              />
            ))}
          </article>
        ) : (
          !outcome && <EmptyState title={text('noTrial')} hint={text('noTrialHint')} />
        )}
      </section>
    </div>
  )
}
