import type { AnalysisTemplate, listTemplates } from '#contract/analysis-template.ts'
import type { Reply } from '#contract/route.ts'
import { blockKinds } from '#core/analysis/template.ts'
import { Alert, Button, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { BlockEditor } from './block-editor.tsx'
import { type Captioned, moved, newBlock, replaced, without } from './template-edit.ts'
import own from './template.module.css'

type Section = AnalysisTemplate['sections'][number]

/** A part of the analysis: its heading and what stands under it. */
export function SectionEditor({
  section,
  number,
  count,
  listed,
  readOnly,
  faults,
  onChange,
  onMove,
  onRemove,
}: {
  section: Section
  number: number
  count: number
  listed: Reply<typeof listTemplates>
  readOnly: boolean
  faults: readonly { readonly block?: number; readonly text: string }[]
  onChange: (section: Section) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const text = useTranslations('template')
  const { heading, blocks } = section
  const captionOf = (kind: Captioned) => text(`captions.${kind}`)
  const blocksAre = (next: readonly Section['blocks'][number][]) =>
    onChange({ ...section, blocks: next })
  return (
    <fieldset className={own.section}>
      <legend>{text('section', { number })}</legend>
      <div className={own.row}>
        <Input
          value={heading}
          maxLength={200}
          readOnly={readOnly}
          aria-label={text('headingOf', { number })}
          onChange={({ target }) => onChange({ ...section, heading: target.value })}
        />
        {!readOnly && (
          <Movers
            name={text('section', { number })}
            isFirst={number === 1}
            isLast={number === count}
            onMove={onMove}
            onRemove={onRemove}
          />
        )}
      </div>
      {blocks.map((block, i) => (
        <div key={`block ${String(i)}`} className={own.block}>
          <div className={own.row}>
            <b>{text(`kinds.${block.kind}`)}</b>
            {!readOnly && (
              <Movers
                name={text('blockOf', { section: number, number: i + 1 })}
                isFirst={i === 0}
                isLast={i === blocks.length - 1}
                onMove={(by) => blocksAre(moved(blocks, i, by))}
                onRemove={() => blocksAre(without(blocks, i))}
              />
            )}
          </div>
          <BlockEditor
            block={block}
            label={text('blockOf', { section: number, number: i + 1 })}
            listed={listed}
            readOnly={readOnly}
            onChange={(next) => blocksAre(replaced(blocks, i, next))}
          />
          {faults
            .filter((fault) => fault.block === i)
            .map((fault) => (
              <Alert key={fault.text} type="error" title={fault.text} />
            ))}
        </div>
      ))}
      {!readOnly && (
        <Select
          className={own.add ?? ''}
          value={null}
          placeholder={text('addBlock')}
          aria-label={text('addTo', { number })}
          onChange={(kind: (typeof kinds)[number]) =>
            blocksAre([...blocks, newBlock(kind, listed.indicators[0] ?? '', captionOf)])
          }
          options={kinds.map((kind) => ({ value: kind, label: text(`kinds.${kind}`) }))}
        />
      )}
    </fieldset>
  )
}

const kinds = ['text', ...blockKinds] as const

function Movers({
  name,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const text = useTranslations('template')
  return (
    <span className={own.movers}>
      <Button
        size="small"
        disabled={isFirst}
        aria-label={text('up', { name })}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={isLast}
        aria-label={text('down', { name })}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <Button size="small" aria-label={text('remove', { name })} onClick={onRemove}>
        ✕
      </Button>
    </span>
  )
}
