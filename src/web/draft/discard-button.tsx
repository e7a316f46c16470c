import type { Draft } from '#contract/draft.ts'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useDiscard } from './queries.ts'

/** Puts a draft aside after asking once; nothing is deleted. */
export function DiscardButton({ draft }: { draft: Draft }) {
  const text = useTranslations('discard')
  const problems = useProblemText()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const discard = useDiscard()
  return (
    <Popconfirm
      title={text('question')}
      description={text('explanation')}
      okText={text('ok')}
      onConfirm={() =>
        discard.mutate(
          { id: draft.id },
          {
            onSuccess: () => void navigate({ to: '/drafts' }),
            onError: (error) => void message.error(problems(error).message),
          },
        )
      }
    >
      <Button danger type="text" loading={discard.isPending}>
        {text('action')}
      </Button>
    </Popconfirm>
  )
}
