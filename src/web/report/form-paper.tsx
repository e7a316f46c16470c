import type { FormVersion } from '#contract/form.ts'
import { columnKinds } from '#core/report/form.ts'
import { useTranslations } from 'use-intl'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { shownFigure } from './typed-figure.ts'
import styles from './form-paper.module.css'

type Form = FormVersion['form']

type Cells = Readonly<Record<string, string>>

/** A form as it prints: number, name, rows and columns, with what computes and checks it below. */
export function FormPaper({ form, cells = {} }: { form: Form; cells?: Cells }) {
  const text = useTranslations('forms')
  return (
    <article className={styles.paper}>
      <header className={styles.head}>
        <h2>{form.name}</h2>
        <dl className={styles.facts}>
          <Fact name={text('number')} value={form.number} />
          <Fact name={text('frequency')} value={text(`frequencies.${form.frequency}`)} />
          <Fact name={text('reporter')} value={text(`reporters.${form.reporter}`)} />
          <Fact name={text('due')} value={text('dueAfter', { days: form.dueAfter })} />
          <Fact
            name={text('review')}
            value={form.review.map((step) => text(`steps.${step}`)).join(' → ')}
          />
        </dl>
      </header>
      <PaperGrid form={form} cells={cells} />
      {form.notes && <p className={styles.note}>{form.notes}</p>}
      {form.source && <p className={styles.note}>{`${text('source')}：${form.source}`}</p>}
      <h3>{text('checks')}</h3>
      <CheckTable form={form} />
    </article>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function PaperGrid({ form, cells }: { form: Form; cells: Cells }) {
  const text = useTranslations('forms')
  const kinds = useTranslations('reports.kinds')
  const used = new Set(
    form.sections.flatMap(({ rows, ownRows }) =>
      [...rows, ...(ownRows ? [ownRows] : [])].flatMap((each) => each.columns),
    ),
  )
  const columns = columnKinds.filter((kind) => used.has(kind))
  return (
    <ScrollRegion className={styles.frame} label={form.name}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{text('row')}</th>
            <th scope="col">{text('rowName')}</th>
            <th scope="col">{text('measure')}</th>
            {columns.map((kind) => (
              <th key={kind} scope="col">
                {kinds(kind)}
              </th>
            ))}
          </tr>
        </thead>
        {form.sections.map(({ title, rows, ownRows }) => (
          <tbody key={`${title} ${rows[0]?.code ?? ownRows?.list ?? ''}`}>
            {title && (
              <tr>
                <th colSpan={3 + columns.length} scope="rowgroup">
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.code}>
                <td>{row.code}</td>
                <td data-indent={row.indent}>
                  {row.name}
                  {row.formula !== undefined && (
                    <div className={styles.note}>{`= ${row.formula}`}</div>
                  )}
                </td>
                <td>{row.unit}</td>
                {columns.map((kind) => (
                  <td key={kind} data-none={!row.columns.includes(kind) || undefined}>
                    {row.columns.includes(kind) ? shownFigure(cells[`${row.code}.${kind}`]) : '—'}
                  </td>
                ))}
              </tr>
            ))}
            {ownRows && (
              <tr>
                <td colSpan={2} className={styles.note}>
                  {text(`ownRows.${ownRows.list}`)}
                </td>
                <td>{ownRows.unit}</td>
                {columns.map((kind) => (
                  <td key={kind} data-none={!ownRows.columns.includes(kind) || undefined}>
                    {ownRows.columns.includes(kind) ? '' : '—'}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

function CheckTable({ form }: { form: Form }) {
  const text = useTranslations('forms')
  const levels = useTranslations('reports.levels')
  return (
    <DataTable<Form['checks'][number]>
      label={text('checks')}
      size="small"
      rows={form.checks}
      rowKey="code"
      empty={text('noChecks')}
      columns={[
        { title: text('check'), dataIndex: 'name' },
        { title: text('level'), render: (_, { level }) => levels(level) },
        { title: text('holds'), render: (_, { holds }) => <code>{holds}</code> },
        { title: text('advice'), dataIndex: 'advice' },
      ]}
    />
  )
}
