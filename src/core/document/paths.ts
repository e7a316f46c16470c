import type { Block, Span } from './document.ts'
import { below, beside, type Draft } from './draft.ts'

interface Open {
  readonly index: number
  readonly level: number
  readonly box?: Span | undefined
  readonly runIn?: boolean | undefined
}

/** Gives headings without a level theirs, and every block the headings it stands under. The title is none of them. */
export function withPaths(drafts: readonly Draft[]): readonly Block[] {
  let open: readonly Open[] = []
  let own = 0
  let behindHeading = false
  return drafts.map((draft, index) => {
    open = open.filter(
      (heading) => heading.box === undefined || heading.box.start === draft.box?.start,
    )
    const path = (): readonly number[] => open.map((heading) => heading.index)
    if (draft.kind !== 'heading') {
      behindHeading = false
      return { ...draft, path: path() }
    }
    const level = levelOf(draft.level, own, behindHeading)
    // A box belongs to its section, not to the last of the paragraphs before it.
    open = open.filter((heading) => (draft.box ? !heading.runIn : heading.level < level))
    const block = {
      ...draft,
      level: draft.box ? (open.at(-1)?.level ?? 0) + 1 : level,
      path: path(),
    }
    if (block.level > 0)
      open = [...open, { index, level: block.level, box: draft.box, runIn: draft.runIn }]
    if (!draft.runIn && !draft.box) {
      own = level
      behindHeading = true
    } else behindHeading = false
    return block
  })
}

/** Beside the last heading of a line of its own, or under it where nothing stands between. */
function levelOf(level: number, own: number, behindHeading: boolean): number {
  if (level === below) return own + 1
  if (level !== beside) return level
  return Math.max(1, behindHeading ? own + 1 : own)
}
