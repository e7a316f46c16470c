import type { LedgerTarget } from '#contract/target.ts'
import { useTranslations } from 'use-intl'
import { CitationChip } from '../ui/citation-chip.tsx'

/** Where a target comes from: its sentence, or the table figures were taken over from. */
export function SourceChip({ target, onOpen }: { target: LedgerTarget; onOpen: () => void }) {
  const text = useTranslations('ledger')
  const { citation, table, documentNumber } = target
  const place = citation?.table ?? citation?.section?.split(' > ').at(-1) ?? table ?? documentNumber
  return (
    <CitationChip
      place={place ?? text('sourceUnknown')}
      quote={citation?.quote ?? table ?? target.planTitle}
      onOpen={onOpen}
    />
  )
}
