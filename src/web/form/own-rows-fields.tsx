import { columnKinds, rowLists, rowsOf } from '#core/report/form.ts'
import { Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { type Form, listedBy, type OwnRows, withOwnRows } from './form-edit.ts'
import styles from './design.module.css'

/** Whether the rows of a section are the form's own or each reporter's, and what these are told in. */
export function OwnRowsFields({
  form,
  section,
  onChange,
}: {
  form: Form
  section: number
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const at = form.sections[section]
  if (!at || (at.rows.length > 0 && !at.ownRows)) return undefined
  return (
    <span className={styles.ownRows}>
      <Select<OwnRows['list'] | 'none'>
        size="small"
        popupMatchSelectWidth={false}
        aria-label={text('rowsBy', { number: section + 1 })}
        value={at.ownRows?.list ?? 'none'}
        options={(['none', ...rowLists] as const).map((value) => ({
          value,
          label: text(`lists.${value}`),
        }))}
        onChange={(list) => onChange(listedBy(form, section, list === 'none' ? undefined : list))}
      />
      {at.ownRows && (
        <OwnFields form={form} section={section} own={at.ownRows} onChange={onChange} />
      )}
    </span>
  )
}

function OwnFields({
  form,
  section,
  own,
  onChange,
}: {
  form: Form
  section: number
  own: OwnRows
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const kinds = useTranslations('reports.kinds')
  const put = (next: Parameters<typeof withOwnRows>[2]) =>
    onChange(withOwnRows(form, section, next))
  const totals = rowsOf(form).filter(({ name, unit }) => name !== '' && unit === own.unit)
  return (
    <>
      <Input
        size="small"
        className={styles.ownUnit ?? ''}
        aria-label={words('measure')}
        placeholder={text('unitOfEach')}
        maxLength={40}
        value={own.unit ?? ''}
        onChange={({ target }) => put({ unit: target.value, addUpTo: undefined })}
      />
      <InputNumber
        size="small"
        className={styles.ownDecimals ?? ''}
        aria-label={text('decimals')}
        min={0}
        max={8}
        value={own.decimals}
        onChange={(decimals) => put({ decimals: decimals ?? 0 })}
      />
      <Select
        size="small"
        mode="multiple"
        className={styles.ownColumns ?? ''}
        aria-label={text('columns')}
        value={[...own.columns]}
        options={columnKinds.map((value) => ({ value, label: kinds(value) }))}
        onChange={(chosen) => put({ columns: columnKinds.filter((kind) => chosen.includes(kind)) })}
      />
      <Select<string | null>
        size="small"
        popupMatchSelectWidth={false}
        aria-label={text('addUpTo')}
        value={own.addUpTo ?? null}
        options={[
          { value: null, label: text('addUpToNone') },
          ...totals.map(({ name }) => ({ value: name, label: text('addUpToRow', { name }) })),
        ]}
        onChange={(name) => put({ addUpTo: name ?? undefined })}
      />
    </>
  )
}
