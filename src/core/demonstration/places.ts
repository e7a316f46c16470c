/** A park or a town of the invented district; its code is the code of its organisation. */
export interface DemonstrationPlace {
  readonly code: string
  readonly kind: 'park' | 'town'
  readonly name: string
}

/** The three parks of the demonstration's plan, and the towns between them. */
export const demonstrationPlaces: readonly DemonstrationPlace[] = [
  { code: 'park-01', kind: 'park', name: '青澜高新技术产业园' },
  { code: 'park-02', kind: 'park', name: '澜江先进材料园' },
  { code: 'park-03', kind: 'park', name: '云溪食品产业园' },
  { code: 'town-01', kind: 'town', name: '青澜街道' },
  { code: 'town-02', kind: 'town', name: '澜江街道' },
  { code: 'town-03', kind: 'town', name: '云溪镇' },
  { code: 'town-04', kind: 'town', name: '石屏镇' },
  { code: 'town-05', kind: 'town', name: '松坡镇' },
]
