import { analysisPdf } from '#contract/analysis.ts'
import { callOf, type Input } from '#contract/route.ts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { failureOf, unreachable } from '../api/failure.ts'
import { useProblemText } from '../ui/use-problem-text.ts'

/** Fetches the PDF and keeps it; where the server cannot make one, it says what to do instead. */
export function PdfButton({
  edition,
  name,
  label,
}: {
  edition: Input<typeof analysisPdf>
  name: string
  label: string
}) {
  const { message } = App.useApp()
  const problems = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const fetchIt = async () => {
    setBusy(true)
    try {
      keep(await pdfOf(edition), name)
    } catch (error) {
      if (error instanceof Error) void message.error(problems(error).message, 8)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={isBusy} onClick={() => void fetchIt()}>
      {label}
    </Button>
  )
}

async function pdfOf(edition: Input<typeof analysisPdf>): Promise<Blob> {
  const response = await fetch(callOf(analysisPdf, edition).url).catch(() => {
    throw unreachable()
  })
  if (!response.ok) throw failureOf(response.status, await response.text())
  return response.blob()
}

function keep(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
