export interface PageChoice {
  readonly label: string
  readonly link: string
}

const most = 5

/** The pages whose name has what was typed. */
export function pagesNamed(pages: readonly PageChoice[], typed: string): readonly PageChoice[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return []
  return pages.filter(({ label }) => label.toLowerCase().includes(words)).slice(0, most)
}
