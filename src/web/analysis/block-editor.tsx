import type { listTemplates } from '#contract/analysis-template.ts'
import type { Reply } from '#contract/route.ts'
import { Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import type { Block } from './template-edit.ts'
import own from './template.module.css'

const ways = ['industry', 'park', 'town', 'chain', 'enterprise'] as const

interface Editing<Of extends Block> {
  readonly block: Of
  readonly label: string
  readonly listed: Reply<typeof listTemplates>
  readonly readOnly: boolean
  readonly onChange: (block: Block) => void
}

/** A sentence with its places, or a list with what it shows. */
export function BlockEditor({ block, ...rest }: Editing<Block>) {
  return block.kind === 'text' ? (
    <Sentence block={block} {...rest} />
  ) : (
    <Listing block={block} {...rest} />
  )
}

function Sentence({
  block,
  label,
  listed,
  readOnly,
  onChange,
}: Editing<Extract<Block, { kind: 'text' }>>) {
  const text = useTranslations('template')
  return (
    <>
      <Input.TextArea
        rows={4}
        className={own.sentence ?? ''}
        value={block.text}
        maxLength={2000}
        readOnly={readOnly}
        aria-label={label}
        onChange={({ target }) => onChange({ ...block, text: target.value })}
      />
      {!readOnly && (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className={own.add ?? ''}
          value={null}
          placeholder={text('insert')}
          aria-label={`${label}：${text('insert')}`}
          onChange={(place: string) => onChange({ ...block, text: `${block.text}{${place}}` })}
          options={[
            ...listed.settings.map((setting) => ({ value: setting, label: setting })),
            ...listed.indicators.flatMap((name) =>
              listed.phrases.map((phrase) => ({
                value: `${name}.${phrase}`,
                label: `${name}.${phrase}`,
              })),
            ),
          ]}
        />
      )}
    </>
  )
}

function Listing({ block, listed, readOnly, onChange }: Editing<Exclude<Block, { kind: 'text' }>>) {
  const text = useTranslations('template')
  const by = useTranslations('watching.by')
  const isSplit = block.kind === 'pulls' || block.kind === 'enterprises'
  const names = listed.indicators.map((name) => ({ value: name, label: name }))
  return (
    <div className={own.listing}>
      {isSplit && (
        <label>
          {text('indicator')}
          <Select
            showSearch
            disabled={readOnly}
            value={block.indicator ?? null}
            onChange={(indicator: string) => onChange({ ...block, indicator })}
            options={names}
          />
        </label>
      )}
      {block.kind === 'pulls' && (
        <label>
          {text('by')}
          <Select
            disabled={readOnly}
            value={block.by ?? 'industry'}
            onChange={(way) => onChange({ ...block, by: way })}
            options={ways.map((way) => ({ value: way, label: by(way) }))}
          />
        </label>
      )}
      {block.kind === 'indicators' && (
        <label className={own.wide}>
          {text('indicators')}
          <Select
            mode="multiple"
            disabled={readOnly}
            value={[...(block.indicators ?? [])]}
            onChange={(indicators: string[]) => onChange({ ...block, indicators })}
            options={names}
          />
        </label>
      )}
      <label>
        {text('caption')}
        <Input
          value={block.caption ?? ''}
          maxLength={100}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ ...block, caption: target.value })}
        />
      </label>
      {block.kind !== 'targets' && block.kind !== 'indicators' && block.kind !== 'prosperity' && (
        <label>
          {text('most')}
          <InputNumber
            min={1}
            max={100}
            disabled={readOnly}
            value={block.most ?? null}
            onChange={(most) => {
              const { most: _, ...rest } = block
              onChange(most === null ? rest : { ...rest, most })
            }}
          />
        </label>
      )}
    </div>
  )
}
