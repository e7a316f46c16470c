import { columnKinds } from '#core/report/form.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import {
  addRow,
  type Fault,
  type Form,
  moveRow,
  removeRow,
  removeSection,
  rowAt,
  type RowPlace,
} from './form-edit.ts'
import { OwnRowsFields } from './own-rows-fields.tsx'
import { RowPanel } from './row-panel.tsx'
import styles from './design.module.css'

/** The form as it will look, row by row; the row that is chosen is changed beside it. */
export function RowDesigner({
  form,
  others,
  faults,
  onChange,
}: {
  form: Form
  others: readonly Form[]
  faults: readonly Fault[]
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const [place, setPlace] = useState<RowPlace | undefined>(
    () => rowAt(form, { section: 0, row: 0 }) && { section: 0, row: 0 },
  )
  const row = rowAt(form, place)
  const take = (next: { form: Form; place: RowPlace } | undefined) => {
    if (!next) return
    onChange(next.form)
    setPlace(next.place)
  }
  return (
    <section className={styles.part} aria-label={text('rows')}>
      <div className={styles.bar}>
        <h2>{text('rows')}</h2>
        <Button size="small" onClick={() => take(addRow(form, row && place))}>
          {text('addRow')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            onChange({ ...form, sections: [...form.sections, { title: '', rows: [] }] })
          }
        >
          {text('addSection')}
        </Button>
        {place && row && (
          <>
            <Button
              size="small"
              disabled={!moveRow(form, place, -1)}
              onClick={() => take(moveRow(form, place, -1))}
            >
              {text('up')}
            </Button>
            <Button
              size="small"
              disabled={!moveRow(form, place, 1)}
              onClick={() => take(moveRow(form, place, 1))}
            >
              {text('down')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                onChange(removeRow(form, place))
                setPlace(place.row > 0 ? { ...place, row: place.row - 1 } : place)
              }}
            >
              {text('removeRow')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.desk}>
        <RowGrid
          form={form}
          faults={faults}
          place={row && place}
          onChoose={setPlace}
          onChange={onChange}
        />
        {row && place ? (
          <RowPanel form={form} others={others} place={place} row={row} onChange={onChange} />
        ) : (
          <EmptyState title={text('noRow')} />
        )}
      </div>
    </section>
  )
}

function RowGrid({
  form,
  faults,
  place,
  onChoose,
  onChange,
}: {
  form: Form
  faults: readonly Fault[]
  place: RowPlace | undefined
  onChoose: (place: RowPlace) => void
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const kinds = useTranslations('reports.kinds')
  const used = new Set(form.sections.flatMap(({ rows }) => rows.flatMap((row) => row.columns)))
  const columns = columnKinds.filter((kind) => used.has(kind))
  const wrong = new Set(faults.flatMap(({ part, at }) => (part === 'rows' ? [at] : [])))
  return (
    <ScrollRegion className={styles.frame} label={text('paper')}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{words('row')}</th>
            <th scope="col">{words('rowName')}</th>
            <th scope="col">{words('measure')}</th>
            {columns.map((kind) => (
              <th key={kind} scope="col">
                {kinds(kind)}
              </th>
            ))}
          </tr>
        </thead>
        {form.sections.map(({ title, rows }, section) => (
          // A section has no name of its own; what it shows is held by the form.
          // oxlint-disable-next-line react/no-array-index-key
          <tbody key={section}>
            {(form.sections.length > 1 || title !== '') && (
              <tr>
                <td colSpan={3 + columns.length} className={styles.title}>
                  <span className={styles.titleLine}>
                    <Input
                      size="small"
                      aria-label={text('sectionTitle', { number: section + 1 })}
                      placeholder={text('sectionTitle', { number: section + 1 })}
                      maxLength={100}
                      value={title}
                      onChange={({ target }) =>
                        onChange({
                          ...form,
                          sections: form.sections.map((one, index) =>
                            index === section ? { ...one, title: target.value } : one,
                          ),
                        })
                      }
                    />
                    {form.sections.length > 1 && (
                      <Button size="small" onClick={() => onChange(removeSection(form, section))}>
                        {text('removeSection')}
                      </Button>
                    )}
                  </span>
                  <OwnRowsFields form={form} section={section} onChange={onChange} />
                </td>
              </tr>
            )}
            {rows.map((row, index) => {
              const isChosen = place?.section === section && place.row === index
              return (
                // A row's number may be typed twice for a moment.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={index} data-chosen={isChosen} data-wrong={wrong.has(row.code)}>
                  <td>{row.code}</td>
                  <th scope="row" data-indent={row.indent}>
                    <button
                      type="button"
                      className={styles.choose}
                      aria-pressed={isChosen}
                      onClick={() => onChoose({ section, row: index })}
                    >
                      {row.name || text('noName')}
                      {row.isRequired && row.formula === undefined && ' *'}
                    </button>
                    {row.formula !== undefined && (
                      <div className={styles.note}>{`= ${row.formula}`}</div>
                    )}
                    {wrong.has(row.code) && <div className={styles.wrong}>{text('toMend')}</div>}
                  </th>
                  <td>{row.unit}</td>
                  {columns.map((kind) => (
                    <td key={kind} className={styles.tick}>
                      {row.columns.includes(kind) ? '✓' : '—'}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}
