import type { Draft } from '#contract/draft.ts'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { useTranslations } from 'use-intl'
import { MetaForm } from './meta-form.tsx'

/** What the document says about itself. */
export function MetaDrawer({
  draft,
  open,
  mayReview,
  onClose,
}: {
  draft: Draft
  open: boolean
  mayReview: boolean
  onClose: () => void
}) {
  const text = useTranslations('meta')
  return (
    <SideDrawer title={text('title')} open={open} onClose={onClose}>
      <MetaForm key={draft.revision} draft={draft} mayReview={mayReview} onClose={onClose} />
    </SideDrawer>
  )
}
