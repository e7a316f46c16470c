import type { Industry, Mention, Park, Project, Task } from '#core/plan/plan.ts'

/** How well one kind of item was read from one document. */
export interface ItemScore {
  readonly kind: 'task' | 'project' | 'industry' | 'park' | 'enterprise'
  /** How many the annotation has, and how many of these were read with all their fields right. */
  readonly expected: number
  readonly found: number
  /** How many were read, and how many of these the annotation knows. */
  readonly read: number
  readonly known: number
  /** Single fields (a unit of a list, a figure) of the annotation, and how many were read right. */
  readonly fields: { readonly expected: number; readonly found: number }
  /** What is missing or wrong, a line each. */
  readonly misses: readonly string[]
  /** What was read and is not in the annotation. */
  readonly extras: readonly string[]
}

/** The annotation's form of tasks, projects, chains and parks (`truth/README.md`). */
export interface TruthTask {
  readonly no?: string
  readonly text: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly deadline?: string | null
}

export interface TruthProject {
  readonly no?: string
  readonly name: string
  readonly sector?: string
  readonly investment?: number | null
  readonly land?: number | null
  readonly annualOutput?: number | null
  readonly start?: number | null
  readonly end?: number | null
}

/** Some annotations give the name alone. */
export type TruthChain =
  | string
  | { readonly industry: string; readonly goal?: number; readonly segments?: readonly string[] }

export interface TruthPark {
  readonly name: string
  readonly alias?: string
  readonly outputGoal?: number
  readonly areaKm2?: number
  readonly areaPlanned145?: number
  readonly industries?: readonly string[]
  /** Groups inside the park, which a reader may give as parks of their own. */
  readonly parts?: readonly string[]
}

export function scoreTasks(tasks: readonly Task[], truth: readonly TruthTask[]): ItemScore {
  return score({
    kind: 'task',
    items: tasks,
    truth,
    nameOf: (task) => task.text,
    matches: (task, expected) => {
      const sameNo = expected.no === undefined || task.no === undefined || task.no === expected.no
      return sameNo && plain(task.text).startsWith(plain(expected.text))
    },
    fields: (task, expected) => [
      ...listed('lead', expected.lead, task?.lead),
      ...listed('responsible', expected.responsible, task?.responsible),
      ...(expected.deadline ? [field('deadline', expected.deadline, task?.deadline?.text)] : []),
    ],
    excess: (task, expected) => [
      ...task.lead.filter((unit) => !expected.lead.includes(unit)),
      ...task.responsible.filter((unit) => !expected.responsible.includes(unit)),
    ],
    truthName: ({ text }) => text,
  })
}

export function scoreProjects(
  projects: readonly Project[],
  truth: readonly TruthProject[],
): ItemScore {
  return score({
    kind: 'project',
    items: projects,
    truth,
    nameOf: (project) => project.name,
    matches: (project, expected) => plain(project.name) === plain(expected.name),
    fields: (project, expected) => [
      ...figure('investment', expected.investment, inUnit(project?.investment, '亿元')),
      ...figure('land', expected.land, inUnit(project?.land, '亩')),
      ...figure('annualOutput', expected.annualOutput, inUnit(project?.annualOutput, '亿元')),
      ...figure('start', expected.start, project?.startYear),
      ...figure('end', expected.end, project?.endYear),
      ...(expected.sector ? [field('sector', expected.sector, project?.sector)] : []),
    ],
    excess: (project, expected) =>
      expected.annualOutput === null && project.annualOutput ? ['annualOutput'] : [],
    truthName: ({ name }) => name,
  })
}

export function scoreIndustries(
  industries: readonly Industry[],
  truth: readonly TruthChain[],
): ItemScore {
  return score({
    kind: 'industry',
    // The annotation knows the chains themselves, not what they are made of.
    items: industries.filter(({ parent }) => parent === undefined),
    truth: truth.map((chain) => (typeof chain === 'string' ? { industry: chain } : chain)),
    nameOf: (industry) => industry.name,
    matches: (industry, expected) => coreName(industry.name) === coreName(expected.industry),
    fields: (industry, expected) => [
      ...figure('goal', expected.goal, inUnit(industry?.goal, '亿元')),
      ...(expected.segments ?? []).map((segment) =>
        field(
          `segment ${segment}`,
          true,
          industry?.segments.some((read) => coreName(read) === coreName(segment)),
        ),
      ),
    ],
    excess: () => [],
    truthName: ({ industry }) => industry,
  })
}

export function scoreParks(parks: readonly Park[], truth: readonly TruthPark[]): ItemScore {
  const isPart = ({ name }: Park) =>
    truth.some(({ parts = [] }) => parts.some((part) => name.startsWith(part)))
  const isNamed = (park: Park) => truth.some((expected) => isPark(park, expected))
  return score({
    kind: 'park',
    items: parks.filter((park) => isNamed(park) || !isPart(park)),
    truth,
    nameOf: (park) => park.name,
    matches: isPark,
    fields: (park, expected) => [
      ...figure('goal', expected.outputGoal, inUnit(park?.goal, '亿元')),
      ...[expected.areaKm2, expected.areaPlanned145].flatMap((area) =>
        area === undefined
          ? []
          : [
              field(
                `area ${area}`,
                true,
                park?.area.some(({ value }) => value === area),
              ),
            ],
      ),
    ],
    excess: () => [],
    truthName: ({ name }) => name,
  })
}

/** The annotation holds a sample: what is not in it counts neither for nor against. */
export function scoreEnterprises(
  mentions: readonly Mention[],
  sample: readonly string[],
): ItemScore {
  const scored = score({
    kind: 'enterprise',
    items: mentions,
    truth: sample,
    nameOf: ({ name }) => name,
    matches: ({ name }, expected) => name.includes(expected),
    fields: () => [],
    excess: () => [],
    truthName: (name) => name,
  })
  return { ...scored, read: scored.known, extras: [] }
}

/** One line for a report: recall, precision, fields. */
export function drawnScore({ kind, expected, found, read, known, fields }: ItemScore): string {
  return `${kind}: recall ${found}/${expected}, precision ${known}/${read}, fields ${fields.found}/${fields.expected}`
}

interface Comparison<Item, Truth> {
  readonly kind: ItemScore['kind']
  readonly items: readonly Item[]
  readonly truth: readonly Truth[]
  readonly nameOf: (item: Item) => string
  readonly truthName: (truth: Truth) => string
  readonly matches: (item: Item, truth: Truth) => boolean
  readonly fields: (item: Item | undefined, truth: Truth) => readonly ScoredField[]
  /** What the item has and the annotation does not. */
  readonly excess: (item: Item, truth: Truth) => readonly string[]
}

interface ScoredField {
  readonly name: string
  readonly expected: unknown
  readonly read: unknown
}

function score<Item, Truth>(comparison: Comparison<Item, Truth>): ItemScore {
  const { kind, items, truth, nameOf, truthName, matches, fields, excess } = comparison
  const open = new Set(items)
  const compared = truth.map((expected) => {
    const item = [...open].find((candidate) => matches(candidate, expected))
    if (item !== undefined) open.delete(item)
    const own = fields(item, expected)
    const wrong = own.filter((one) => one.read !== one.expected)
    const tooMuch = item === undefined ? [] : excess(item, expected)
    return { expected, item, own, wrong, tooMuch }
  })
  const right = compared.filter(
    ({ item, wrong, tooMuch }) => item !== undefined && wrong.length + tooMuch.length === 0,
  )
  return {
    kind,
    expected: truth.length,
    found: right.length,
    read: items.length,
    known: items.length - open.size,
    fields: {
      expected: compared.reduce((sum, { own }) => sum + own.length, 0),
      found: compared.reduce((sum, { own, wrong }) => sum + own.length - wrong.length, 0),
    },
    misses: compared.flatMap(({ expected, item, wrong, tooMuch }) => {
      const name = truthName(expected)
      if (item === undefined) return [`${name}: not read`]
      return [
        ...wrong.map(
          (one) => `${name}: ${one.name} ${String(one.read)}, is ${String(one.expected)}`,
        ),
        ...tooMuch.map((extra) => `${name}: too much: ${extra}`),
      ]
    }),
    extras: [...open].map(nameOf),
  }
}

function field(name: string, expected: unknown, read: unknown): ScoredField {
  return { name, expected, read }
}

function figure(
  name: string,
  expected: number | null | undefined,
  read: number | undefined,
): ScoredField[] {
  return expected === undefined || expected === null ? [] : [field(name, expected, read)]
}

function listed(
  name: string,
  expected: readonly string[],
  read: readonly string[] | undefined,
): ScoredField[] {
  return expected.map((entry) => field(`${name} ${entry}`, true, read?.includes(entry)))
}

/** The value in 亿元 or 亩, whichever multiple is printed; undefined where it is neither. */
function inUnit(
  quantity: { readonly value?: number; readonly unit?: string } | undefined,
  unit: string,
): number | undefined {
  if (quantity?.value === undefined) return undefined
  if (quantity.unit === unit) return quantity.value
  return unit === '亿元' && quantity.unit === '万元' ? quantity.value / 10_000 : undefined
}

function isPark(park: Park, { name, alias }: TruthPark): boolean {
  const own = coreName(park.name)
  return [name, alias]
    .filter((one) => one !== undefined)
    .some((one) => own.endsWith(coreName(one)) || coreName(one).endsWith(own))
}

function plain(text: string): string {
  return text.replace(/[\s。；，“”"（）()]/g, '')
}

/** An industry or a park by what tells it from others: 装备制造产业 and 装备制造 are one. */
function coreName(name: string): string {
  return plain(name)
    .replace(/(?:产业园区|产业园|园区)$/, '园')
    .replace(/(?:产业|工业)$/, '')
}
