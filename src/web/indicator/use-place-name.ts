import { columnKinds } from '#core/report/form.ts'
import { useTranslations } from 'use-intl'

/** A place in a source as people say it: the row and column of a report; the cell of a sheet as it is. */
export function usePlaceName(): (place: string) => string {
  const kinds = useTranslations('reports.kinds')
  const text = useTranslations('source')
  return (place) => {
    const point = place.lastIndexOf('.')
    const kind = columnKinds.find((each) => each === place.slice(point + 1))
    return kind === undefined
      ? place
      : text('rowAndColumn', { row: place.slice(0, point), column: kinds(kind) })
  }
}
