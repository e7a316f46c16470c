import type { ReportSheet, SheetReport } from '#contract/collection.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { shownFigure } from '../report/typed-figure.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import { type Round, sheet } from './queries.ts'
import { SaveLine } from './save-line.tsx'
import { sheetColumns } from './sheet-columns.ts'
import { SheetGrid } from './sheet-grid.tsx'
import { pastedSheet } from './sheet-paste.ts'
import { SubmitBar } from './submit-bar.tsx'
import { useSheetDraft } from './use-sheet-draft.ts'
import styles from './sheet.module.css'

const route = getRouteApi('/reports/sheet')

/** All reports of a round one fills in, as one table: pasted from a spreadsheet, saved by itself, handed in at once. */
export function SheetPage() {
  const text = useTranslations('sheet')
  const pages = useTranslations('menu.pages')
  const { form, period } = route.useSearch()
  const round = useMemo(
    () => (form === undefined || period === undefined ? undefined : { form, period }),
    [form, period],
  )
  if (round) return <OneSheet round={round} />
  return (
    <>
      <PageHeader
        title={pages('sheet')}
        actions={<LinkButton to="/reports">{text('back')}</LinkButton>}
      />
      <EmptyState title={text('noRound')} />
    </>
  )
}

function OneSheet({ round }: { round: Round }) {
  const person = useQuery(session()).data?.user.id ?? ''
  const query = useQuery(sheet(round))
  return (
    <QueryState query={query}>
      {(known) => <Sheet round={round} person={person} known={known} />}
    </QueryState>
  )
}

function Sheet({ round, person, known }: { round: Round; person: string; known: ReportSheet }) {
  const text = useTranslations('sheet')
  const nameOf = usePeriodName()
  const { message, modal } = App.useApp()
  const { form, due, reports } = known
  const [words, setWords] = useState('')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [withLastYear, setWithLastYear] = useState(false)
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set())
  const drafting = useSheetDraft(round, person, reports)
  const columns = useMemo(
    () => sheetColumns(form, round.period, withLastYear),
    [form, round.period, withLastYear],
  )
  const sought = useDeferredValue(words.trim())
  const shown = useMemo(
    () => reports.filter((one) => (!onlyOpen || one.mayWrite) && isSought(one, sought)),
    [reports, onlyOpen, sought],
  )
  const paste = (start: { row: number; column: number }, lines: readonly (readonly string[])[]) => {
    const pasted = pastedSheet(shown, columns, start, lines)
    drafting.change(pasted.changes)
    const counts = {
      reports: pasted.changes.size,
      wrong: pasted.wrong.length,
      unknown: pasted.unknown.length,
      skipped: pasted.skipped,
    }
    if (counts.wrong + counts.unknown + counts.skipped === 0) {
      void message.success(text('pasted', counts))
      return
    }
    void modal.warning({
      title: text('pasted', counts),
      content: (
        <ul className={styles.list}>
          {pasted.wrong.slice(0, mostTold).map((one) => (
            <li key={`${one.name} ${one.column}`}>{text('notFigure', one)}</li>
          ))}
          {pasted.unknown.slice(0, mostTold).map((name) => (
            <li key={name}>{text('notHere', { name })}</li>
          ))}
          {counts.skipped > 0 && <li>{text('skipped', counts)}</li>}
        </ul>
      ),
    })
  }
  return (
    <>
      <PageHeader
        title={text('title', { form: form.name })}
        note={
          <>
            <span>{nameOf(round.period)}</span>
            <span>{text('dueOn', { day: due })}</span>
            <SaveLine drafting={drafting} />
          </>
        }
        actions={
          <>
            <LinkButton to="/reports" search={round}>
              {text('back')}
            </LinkButton>
            <SubmitBar
              reports={reports}
              isReady={!drafting.isDirty && !drafting.isSaving && wrong.size === 0}
            />
          </>
        }
      />
      {drafting.conflicts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className={styles.notice ?? ''}
          title={text('conflicts', { count: drafting.conflicts.length })}
          closable={{ onClose: drafting.settle }}
          description={
            <ul className={styles.list}>
              {drafting.conflicts.slice(0, mostTold).map(({ id, name, cell, theirs, mine }) => (
                <li key={`${id} ${cell}`}>
                  {text('conflict', {
                    name,
                    cell: columns.find((one) => one.cell === cell)?.name ?? cell,
                    theirs: shownFigure(theirs ?? undefined) || '—',
                    mine: shownFigure(mine ?? undefined) || '—',
                  })}{' '}
                  <Button
                    size="small"
                    onClick={() => drafting.change(new Map([[id, { [cell]: mine }]]))}
                  >
                    {text('takeMine')}
                  </Button>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <search className={styles.filters}>
        <Input
          className={styles.search ?? ''}
          allowClear
          aria-label={text('search')}
          placeholder={text('search')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
          {text('onlyOpen')}
        </Checkbox>
        <Checkbox checked={withLastYear} onChange={({ target }) => setWithLastYear(target.checked)}>
          {text('withLastYear')}
        </Checkbox>
        <span className={styles.note}>{text('shown', { count: shown.length })}</span>
      </search>
      <p className={styles.note}>
        {text('howTo')}
        {form.sections.some(({ ownRows }) => ownRows) && text('ownRows')}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={text('none')} />
      ) : (
        <SheetGrid
          reports={shown}
          period={round.period}
          columns={columns}
          draft={drafting.draft}
          nameWidth={window.innerWidth < 720 ? 128 : 240}
          onChange={(id, cell, value) => drafting.change(new Map([[id, { [cell]: value }]]))}
          onWrong={(id, cell, isWrong) =>
            setWrong((now) => {
              const next = new Set(now)
              if (isWrong) next.add(`${id} ${cell}`)
              else next.delete(`${id} ${cell}`)
              return next
            })
          }
          onPaste={paste}
          onUndo={drafting.undo}
        />
      )}
    </>
  )
}

const mostTold = 20

function isSought({ name, uscc = '', place = '' }: SheetReport, words: string): boolean {
  return words === '' || [name, uscc, place].some((each) => each.includes(words))
}
