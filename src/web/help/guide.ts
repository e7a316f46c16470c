// The manual as it stands in `docs/guide`, put into the pages when they are built.
const texts = import.meta.glob<string>('../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
})
const pictures = import.meta.glob<string>('../../../docs/img/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The first page of the manual: its contents. */
export const firstGuidePage = 'README'

/** The text of a page of the manual by its name; nothing where there is none. */
export async function guideText(page: string): Promise<string | null> {
  return (await texts[`../../../docs/guide/${page}.md`]?.()) ?? null
}

/** The address of a picture the manual names as `../img/home.png`. */
export function pictureAddress(file: string): string | undefined {
  return pictures[`../../../docs/img/${file.slice(file.lastIndexOf('/') + 1)}`]
}
