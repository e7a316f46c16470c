import { audiences, colours } from '#core/matter/scheme.ts'
import { useTranslations } from 'use-intl'
import { ChoiceField, ChoicesField, TextField } from './field.tsx'
import { RuleRows, type SchemeParts } from './rule-rows.tsx'
import { concernedKinds, nextCode } from './rule-texts.ts'
import { SlipRows } from './slip-rows.tsx'
import styles from './matter-rule.module.css'

/** All a scheme says, row by row. */
export function SchemeForm(parts: SchemeParts) {
  const text = useTranslations('matterRule')
  const { scheme, rules, readOnly, onChange } = parts
  return (
    <>
      <section className={styles.part} aria-label={text('name')}>
        <div className={styles.fields}>
          <TextField
            label={text('name')}
            value={scheme.name}
            readOnly={readOnly}
            onChange={(name) => onChange({ ...scheme, name })}
          />
          <TextField
            label={text('note')}
            value={scheme.note ?? ''}
            readOnly={readOnly}
            maxLength={2000}
            onChange={(note) => onChange({ ...scheme, note })}
          />
          <ChoicesField
            label={text('forKinds')}
            placeholder={text('allKinds')}
            value={scheme.kinds}
            readOnly={readOnly}
            onChange={(kinds) => onChange({ ...scheme, kinds })}
            options={rules.kinds.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        {scheme.source && <p className={styles.note}>{text('from', { source: scheme.source })}</p>}
      </section>
      <LampRows {...parts} />
      <SlipRows {...parts} />
      <ReminderRows {...parts} />
      <ExemptionRows {...parts} />
      <MoveRows {...parts} />
      <ListRows {...parts} />
    </>
  )
}

function LampRows({ scheme, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  const colour = useTranslations('matters.lamps')
  return (
    <RuleRows
      title={text('lamps')}
      note={text('lampsNote')}
      rows={scheme.lamps}
      vocabulary={vocabulary}
      readOnly={readOnly}
      newRow={() => ({ lamp: 'yellow' as const, name: '', when: '' })}
      onChange={(lamps) => onChange({ ...scheme, lamps })}
    >
      {(row, change) => (
        <>
          <ChoiceField
            label={text('lamp')}
            value={row.lamp}
            readOnly={readOnly}
            onChange={(lamp) => lamp && change({ ...row, lamp })}
            options={colours.map((value) => ({ value, label: colour(value) }))}
          />
          <TextField
            label={text('meaning')}
            value={row.name}
            readOnly={readOnly}
            onChange={(name) => change({ ...row, name })}
          />
        </>
      )}
    </RuleRows>
  )
}

function ReminderRows({ scheme, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  return (
    <RuleRows
      title={text('reminders')}
      note={text('remindersNote')}
      rows={scheme.reminders}
      vocabulary={vocabulary}
      readOnly={readOnly}
      newRow={() => ({
        code: nextCode('reminder', scheme.reminders),
        name: '',
        when: '',
        tells: ['lead' as const],
      })}
      onChange={(reminders) => onChange({ ...scheme, reminders })}
    >
      {(row, change) => (
        <>
          <TextField
            label={text('says')}
            value={row.name}
            readOnly={readOnly}
            onChange={(name) => change({ ...row, name })}
          />
          <ChoicesField
            label={text('tells')}
            value={row.tells}
            readOnly={readOnly}
            onChange={(tells) => change({ ...row, tells })}
            options={audiences.map((value) => ({ value, label: text(`audience.${value}`) }))}
          />
        </>
      )}
    </RuleRows>
  )
}

function ExemptionRows({ scheme, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  return (
    <RuleRows
      title={text('exemptions')}
      note={text('exemptionsNote')}
      rows={scheme.exemptions}
      vocabulary={vocabulary}
      readOnly={readOnly}
      newRow={() => ({ when: '', why: '' })}
      onChange={(exemptions) => onChange({ ...scheme, exemptions })}
    >
      {(row, change) => (
        <TextField
          label={text('reason')}
          value={row.why}
          readOnly={readOnly}
          onChange={(why) => change({ ...row, why })}
        />
      )}
    </RuleRows>
  )
}

function MoveRows({ scheme, rules, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  const ways = new Set(concernedKinds(rules.kinds, scheme).map(({ workflow }) => workflow))
  const byClock = new Map(
    rules.workflows
      .filter(({ code }) => ways.has(code))
      .flatMap(({ actions }) => actions)
      .filter(({ by }) => by.includes('clock'))
      .map(({ code, name }) => [code, name]),
  )
  const [first = ''] = byClock.keys()
  return (
    <RuleRows
      title={text('moves')}
      note={byClock.size === 0 ? text('noMoves') : text('movesNote')}
      rows={scheme.moves}
      vocabulary={vocabulary}
      readOnly={readOnly || (byClock.size === 0 && scheme.moves.length === 0)}
      newRow={() => ({ action: first, when: '', words: '' })}
      onChange={(moves) => onChange({ ...scheme, moves })}
    >
      {(row, change) => (
        <>
          <ChoiceField
            label={text('action')}
            value={row.action}
            readOnly={readOnly}
            onChange={(action) => action && change({ ...row, action })}
            options={[...byClock].map(([value, label]) => ({ value, label }))}
          />
          <TextField
            label={text('says')}
            value={row.words}
            readOnly={readOnly}
            onChange={(words) => change({ ...row, words })}
          />
        </>
      )}
    </RuleRows>
  )
}

function ListRows({ scheme, vocabulary, readOnly, onChange }: SchemeParts) {
  const text = useTranslations('matterRule')
  return (
    <RuleRows
      title={text('lists')}
      note={text('listsNote')}
      rows={scheme.lists}
      vocabulary={vocabulary}
      readOnly={readOnly}
      newRow={() => ({ code: nextCode('list', scheme.lists), name: '', when: '' })}
      onChange={(lists) => onChange({ ...scheme, lists })}
    >
      {(row, change) => (
        <TextField
          label={text('listName')}
          value={row.name}
          readOnly={readOnly}
          onChange={(name) => change({ ...row, name })}
        />
      )}
    </RuleRows>
  )
}
