import { changeOrganisation, type Organisation } from '#contract/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { type ChangeKind, ChangeDialog } from './change-dialog.tsx'
import { OrganisationLog } from './organisation-log.tsx'
import { Ending } from './organisation-table.tsx'
import styles from './organisations-page.module.css'

/** One unit: what it is and was, and what may be done with it. */
export function OrganisationPane({
  unit,
  units,
  day,
  onChoose,
}: {
  unit: Organisation
  units: readonly Organisation[]
  day: string
  onChoose: (id: OrganisationId) => void
}) {
  const change = useTranslations('organisationChange')
  const mayManage = useMay(changeOrganisation)
  const [kind, setKind] = useState<ChangeKind>()
  const kinds: readonly ChangeKind[] =
    unit.to === undefined ? ['rename', 'move', 'describe', 'abolish', 'merge'] : ['restore']
  return (
    <>
      {mayManage && (
        <div className={styles.actions}>
          {kinds.map((one) => (
            <Button key={one} size="small" onClick={() => setKind(one)}>
              {change(one)}
            </Button>
          ))}
        </div>
      )}
      <Facts unit={unit} units={units} day={day} onChoose={onChoose} />
      <Stages unit={unit} units={units} />
      <OrganisationLog id={unit.id} />
      {kind && (
        <ChangeDialog
          key={kind}
          kind={kind}
          unit={unit}
          units={units}
          day={day}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  )
}

function Facts({
  unit,
  units,
  day,
  onChoose,
}: {
  unit: Organisation
  units: readonly Organisation[]
  day: string
  onChoose: (id: OrganisationId) => void
}) {
  const text = useTranslations('organisations')
  const above = units.find(({ id }) => id === unit.parent)
  const below = units.filter(({ parent, isThere }) => parent === unit.id && isThere)
  const successor = units.find(({ id }) => id === unit.mergedInto)
  const link = (one: Organisation) => (
    <Button
      key={one.id}
      type="link"
      size="small"
      className={styles.link ?? ''}
      onClick={() => onChoose(one.id)}
    >
      {one.name}
    </Button>
  )
  return (
    <dl className={styles.facts}>
      <dt>{text('kind')}</dt>
      <dd>
        {text(`kinds.${unit.kind}`)} <Ending unit={unit} day={day} />
      </dd>
      <dt>{text('code')}</dt>
      <dd>{unit.code}</dd>
      <dt>{text('aliases')}</dt>
      <dd>{unit.aliases.length === 0 ? text('noAliases') : unit.aliases.join('、')}</dd>
      <dt>{text('above')}</dt>
      <dd>{above ? link(above) : text('atTop')}</dd>
      {below.length > 0 && (
        <>
          <dt>{text('below')}</dt>
          <dd className={styles.name}>{below.map(link)}</dd>
        </>
      )}
      <dt>{text('from')}</dt>
      <dd>{unit.stages[0]?.from}</dd>
      {unit.to !== undefined && (
        <>
          <dt>{text('to')}</dt>
          <dd>
            {unit.to} {successor && text('mergedInto', { name: successor.name })}
          </dd>
        </>
      )}
    </dl>
  )
}

function Stages({ unit, units }: { unit: Organisation; units: readonly Organisation[] }) {
  const text = useTranslations('organisations')
  const nameOf = (id: string | undefined) => units.find((one) => one.id === id)?.name
  return (
    <section className={styles.part}>
      <h2>{text('stages')}</h2>
      <ul className={styles.list}>
        {unit.stages.toReversed().map(({ from, name, parent }) => (
          <li key={from}>
            <strong>{name}</strong>
            <span>{text('stage', { from })}</span>
            <small>
              {text('above')}：{nameOf(parent) ?? text('atTop')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
