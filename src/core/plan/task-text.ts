/** Whether a task asks for so many things that it cannot be followed up as one. */
export function hasManyActions(text: string): boolean {
  if (/一是.*二是/s.test(text)) return true
  return (text.match(/[。；](?=.)/gs) ?? []).length >= manySentences
}

const manySentences = 4
