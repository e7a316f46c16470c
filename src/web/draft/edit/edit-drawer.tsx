import { useTranslations } from 'use-intl'
import { SideDrawer } from '../../ui/side-drawer.tsx'
import { EditForm, type EditSubject } from './edit-form.tsx'

export function EditDrawer({
  draftId,
  text,
  subject,
  onClose,
  onSaved,
}: {
  draftId: string
  /** Of the document. */
  text: string
  subject: EditSubject | undefined
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const words = useTranslations('edit')
  const kinds = useTranslations('kind')
  const kind = subject && ('item' in subject ? subject.item.kind : subject.kind)
  const title = kind
    ? words(subject && 'item' in subject ? 'correct' : 'add', { kind: kinds(kind) })
    : ''
  return (
    <SideDrawer title={title} open={subject !== undefined} onClose={onClose}>
      {subject && (
        <EditForm
          draftId={draftId}
          text={text}
          subject={subject}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </SideDrawer>
  )
}
