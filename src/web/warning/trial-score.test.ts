import { isPeriod, type Period } from '#core/period/period.ts'
import { trialScore } from './trial-score.ts'
import { expect, test } from 'vitest'

function period(text: string): Period {
  if (!isPeriod(text)) throw new Error(text)
  return text
}

/** `a 2026-05`: the enterprise `a` is found in May. */
function hit(picture: string) {
  const [code = '', at = ''] = picture.split(' ')
  const subject = { kind: 'enterprise', code } as const
  return { subject, subjectName: code, period: period(at), grade: 'red' as const, figures: {} }
}

/** `a 2026-04 2026-06 right`: a warning that stood from April to June and was called right. */
function known(picture: string) {
  const [code = '', since = '', until = '', verdict] = picture.split(' ')
  return {
    subject: { kind: 'enterprise', code } as const,
    since: period(since),
    until: period(until),
    ...(verdict && { verdict: { right: verdict === 'right' } }),
  }
}

test('[W2] hits are held against what people said of the same subject in the same months', () => {
  const hits = ['a 2026-05', 'b 2026-05', 'c 2026-05', 'a 2026-09'].map(hit)
  const told = [
    'a 2026-04 2026-06 right',
    'b 2026-05 2026-05 wrong',
    'c 2026-05 2026-05',
    'd 2026-05 2026-05 right',
    'e 2025-05 2025-05 right',
  ].map(known)
  expect(trialScore(hits, told, [period('2026-05'), period('2026-09')])).toEqual({
    right: 1,
    wrong: 1,
    open: 2,
    lost: 1,
  })
})
