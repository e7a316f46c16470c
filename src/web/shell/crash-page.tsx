import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../ui/error-state.tsx'

/** Shown in place of a page that failed to draw; the rest of the application goes on. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  return (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  )
}
