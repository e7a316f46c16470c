/** Whether a task asks for so many things that it cannot be followed up as one. */
export function hasManyActions(text: string): boolean {
  const first = text.indexOf('一是')
  if (first >= 0 && text.includes('二是', first)) return true
  return (text.match(/[。；](?=.)/gs) ?? []).length >= manySentences
}

const manySentences = 4
