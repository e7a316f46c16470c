import type { Report } from '#contract/report.ts'
import type { ReportId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { EntryTable } from './entry-table.tsx'
import { HitList } from './hit-list.tsx'
import { oneReport } from './queries.ts'
import { ReportActions } from './report-actions.tsx'
import { isEmpty } from './report-draft.ts'
import { ReportRecord } from './report-record.tsx'
import { cellNames, compiledOf, sightOf } from './report-sight.ts'
import { ReportState } from './report-state.tsx'
import { type DraftHandle, useReportDraft } from './use-report-draft.ts'
import styles from './report.module.css'

const route = getRouteApi('/reports/$reportId')

/** One report: filled in by who owes it, looked through by who reviews it. */
export function ReportPage() {
  const { reportId } = route.useParams()
  const query = useQuery(oneReport(reportId as ReportId))
  const who = useQuery(session())
  return (
    <QueryState query={query}>
      {(report) =>
        who.data && <OneReport key={report.line.id} report={report} person={who.data.user.id} />
      }
    </QueryState>
  )
}

function OneReport({ report, person }: { report: Report; person: string }) {
  const text = useTranslations('reports')
  const nameOf = usePeriodName()
  const drafting = useReportDraft(report, person)
  const { draft } = drafting
  const [wrong, setWrong] = useState<readonly string[]>([])
  const compiled = useMemo(() => compiledOf(report), [report])
  const sight = useMemo(
    () => sightOf(report, compiled, draft.changes),
    [report, compiled, draft.changes],
  )
  const checked = useDeferredValue(sight)
  const names = useMemo(
    () => cellNames(report, (column) => text(`kinds.${column}`)),
    [report, text],
  )
  const { line } = report
  return (
    <>
      <PageHeader
        title={`${line.subjectName} · ${line.formName}`}
        note={
          <>
            <span>{nameOf(line.period)}</span>
            <span>{report.form.number}</span>
            <span>{text('dueOn', { day: line.standing.due })}</span>
            <ReportState standing={line.standing} />
            {report.mayWrite && <SaveState drafting={drafting} />}
          </>
        }
        actions={
          <ReportActions
            report={report}
            names={names}
            isReady={isEmpty(draft) && !drafting.isSaving && wrong.length === 0}
            onConflicts={drafting.tell}
          />
        }
      />
      <ConflictNotice
        conflicts={drafting.conflicts}
        names={names}
        onMine={(cell, mine) => {
          drafting.change({ [cell]: mine })
          drafting.settle(cell)
        }}
        onClose={() => drafting.settle()}
      />
      <div className={styles.two}>
        <EntryTable
          report={report}
          sight={sight}
          names={names}
          onChange={drafting.change}
          onWrong={(cell, isWrong) =>
            setWrong((now) => [...now.filter((each) => each !== cell), ...(isWrong ? [cell] : [])])
          }
          onUndo={drafting.undo}
          onForget={drafting.forget}
        />
        <div>
          <HitList
            sight={checked}
            wrong={wrong}
            names={names}
            explanations={draft.explanations}
            onSay={report.mayWrite ? drafting.say : undefined}
          />
          <ReportRecord report={report} names={names} />
        </div>
      </div>
    </>
  )
}

function SaveState({ drafting }: { drafting: DraftHandle }) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { draft, isSaving, isPaused, failure, save, undo, canUndo } = drafting
  const word = isPaused ? 'offline' : isSaving ? 'saving' : isEmpty(draft) ? 'saved' : 'unsaved'
  return (
    <output>
      {failure ? (
        <>
          {text('saveFailed', { why: problemText(failure).message })}{' '}
          <Button size="small" onClick={save}>
            {text('saveAgain')}
          </Button>
        </>
      ) : (
        text(word)
      )}{' '}
      <Button size="small" disabled={!canUndo} onClick={undo}>
        {text('undo')}
      </Button>
    </output>
  )
}
