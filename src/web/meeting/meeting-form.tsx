import type { Meeting, MeetingContent } from '#contract/meeting.ts'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTranslations } from 'use-intl'
import { newKey } from '../api/new-key.ts'
import { ColourBadge } from '../matter/colour-badge.tsx'
import { MatterPicker } from '../matter/matter-picker.tsx'
import { ChoiceField, Field, TextField } from '../matter-rule/field.tsx'
import rule from '../matter-rule/matter-rule.module.css'
import { RowList } from '../matter-rule/row-list.tsx'
import { UnitSelect, UnitsSelect } from '../organisation/unit-select.tsx'

type Item = MeetingContent['agenda'][number]
type Decision = Item['decisions'][number]

const rhythms = ['month', 'quarter', 'half-year', 'year'] as const

/** Who met, what was spoken of, what was said and decided. */
export function MeetingForm({
  content,
  meeting,
  readOnly,
  onChange,
}: {
  content: MeetingContent
  meeting: Meeting
  readOnly: boolean
  onChange: (content: MeetingContent) => void
}) {
  const text = useTranslations('meetings')
  return (
    <>
      <section className={rule.part} aria-label={text('frame')}>
        <div className={rule.fields}>
          <TextField
            label={text('name')}
            value={content.title}
            readOnly={readOnly}
            onChange={(title) => onChange({ ...content, title })}
          />
          <Field label={text('day')}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={content.day}
                readOnly={readOnly}
                onChange={({ target }) => onChange({ ...content, day: target.value })}
              />
            )}
          </Field>
          <TextField
            label={text('place')}
            value={content.place}
            readOnly={readOnly}
            maxLength={200}
            onChange={(place) => onChange({ ...content, place })}
          />
          <TextField
            label={text('chair')}
            value={content.chair}
            readOnly={readOnly}
            maxLength={200}
            onChange={(chair) => onChange({ ...content, chair })}
          />
          <TextField
            label={text('present')}
            wide
            value={content.present}
            readOnly={readOnly}
            maxLength={2000}
            onChange={(present) => onChange({ ...content, present })}
          />
          <TextField
            label={text('absent')}
            wide
            value={content.absent ?? ''}
            readOnly={readOnly}
            maxLength={2000}
            onChange={(absent) => onChange({ ...content, absent })}
          />
        </div>
      </section>
      <RowList<Item>
        title={text('agenda')}
        note={text('agendaNote')}
        rows={content.agenda}
        readOnly={readOnly}
        newRow={() => ({
          id: newKey(),
          title: '',
          matters: [],
          speaker: '',
          notes: '',
          decisions: [],
        })}
        onChange={(agenda) => onChange({ ...content, agenda })}
      >
        {(item, change) => (
          <ItemFields item={item} meeting={meeting} readOnly={readOnly} change={change} />
        )}
      </RowList>
    </>
  )
}

function ItemFields({
  item,
  meeting,
  readOnly,
  change,
}: {
  item: Item
  meeting: Meeting
  readOnly: boolean
  change: (item: Item) => void
}) {
  const text = useTranslations('meetings')
  const spoken = meeting.matters.filter(({ id }) => item.matters.includes(id))
  return (
    <>
      <TextField
        label={text('item')}
        value={item.title}
        readOnly={readOnly}
        onChange={(title) => change({ ...item, title })}
      />
      <TextField
        label={text('speaker')}
        value={item.speaker}
        readOnly={readOnly}
        maxLength={200}
        onChange={(speaker) => change({ ...item, speaker })}
      />
      {!readOnly && (
        <Field label={text('matters')} wide>
          {(id) => (
            <MatterPicker
              id={id}
              value={item.matters}
              known={meeting.matters}
              onChange={(matters) => change({ ...item, matters })}
            />
          )}
        </Field>
      )}
      {spoken.length > 0 && (
        <ul className={rule.faults} style={{ gridColumn: '1 / -1' }}>
          {spoken.map((matter) => (
            <li key={matter.id}>
              <Link to="/matters/$matterId" params={{ matterId: matter.id }}>
                {matter.number} {matter.title}
              </Link>{' '}
              {matter.lamp && <ColourBadge colour={matter.lamp} />}{' '}
              <span className={rule.note}>
                {[matter.stateName, matter.lead?.name, matter.due].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Field label={text('notes')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={5000}
            value={item.notes}
            readOnly={readOnly}
            onChange={({ target }) => change({ ...item, notes: target.value })}
          />
        )}
      </Field>
      <div className={rule.field} data-wide="true">
        <RowList<Decision>
          title={text('decisions')}
          rows={item.decisions}
          readOnly={readOnly}
          newRow={() => ({ id: newKey(), text: '', responsible: [] })}
          onChange={(decisions) => change({ ...item, decisions })}
        >
          {(decision, changeDecision) => (
            <DecisionFields decision={decision} readOnly={readOnly} change={changeDecision} />
          )}
        </RowList>
      </div>
    </>
  )
}

function DecisionFields({
  decision,
  readOnly,
  change,
}: {
  decision: Decision
  readOnly: boolean
  change: (decision: Decision) => void
}) {
  const text = useTranslations('meetings')
  const rhythm = useTranslations('matters.act.rhythms')
  return (
    <>
      <TextField
        label={text('decision')}
        wide
        value={decision.text}
        readOnly={readOnly}
        maxLength={2000}
        onChange={(words) => change({ ...decision, text: words })}
      />
      <Field label={text('lead')}>
        {(id) => (
          <UnitSelect
            id={id}
            value={decision.lead}
            disabled={readOnly}
            onChange={(lead) => {
              const { lead: _before, ...rest } = decision
              change({ ...rest, ...(lead && { lead }) })
            }}
          />
        )}
      </Field>
      <Field label={text('due')}>
        {(id) => (
          <Input
            id={id}
            type="date"
            value={decision.due ?? ''}
            readOnly={readOnly}
            onChange={({ target: { value } }) => {
              const { due: _before, ...rest } = decision
              change({ ...rest, ...(value !== '' && { due: value }) })
            }}
          />
        )}
      </Field>
      <ChoiceField
        label={text('rhythm')}
        value={decision.rhythm}
        allowClear
        readOnly={readOnly}
        onChange={(chosen) => {
          const { rhythm: _before, ...rest } = decision
          change({ ...rest, ...(chosen && { rhythm: chosen }) })
        }}
        options={rhythms.map((value) => ({ value, label: rhythm(value) }))}
      />
      <Field label={text('responsible')} wide>
        {(id) => (
          <UnitsSelect
            id={id}
            value={decision.responsible}
            disabled={readOnly}
            onChange={(responsible) => change({ ...decision, responsible })}
          />
        )}
      </Field>
    </>
  )
}
