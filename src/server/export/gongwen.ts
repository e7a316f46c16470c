import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  type IPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'

/**
 * The layout of official documents after GB/T 9704-2012: A4, type area 156 × 225 mm, body 三号仿宋 on
 * lines of 28 points, headings 黑体 and 楷体. Sizes of `docx` are half points.
 */
const fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  table: '宋体',
} as const

export const bodySize = 32
const titleSize = 44
export const tableSize = 21
const line = { line: 560, lineRule: LineRuleType.EXACT } as const

export type Face = keyof typeof fonts

/** Latin letters and figures in Times New Roman, Chinese in the face named. */
export function fontOf(face: Face): { eastAsia: string; ascii: string; hAnsi: string } {
  return { eastAsia: fonts[face], ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
}

export function run(
  text: string,
  face: Face,
  options: { bold?: boolean; size?: number } = {},
): TextRun {
  const size = options.size ?? (face === 'title' ? titleSize : bodySize)
  return new TextRun({ text, font: fontOf(face), size, ...(options.bold && { bold: true }) })
}

export type ParagraphShape = 'title' | 'heading' | 'body' | 'left' | 'centred' | 'right'

/** A heading's `outline` counts from 0 and feeds Word's navigation pane. */
export function paragraph(
  shape: ParagraphShape,
  children: readonly ParagraphChild[],
  outline?: number,
): Paragraph {
  const indented = shape === 'body' || shape === 'heading'
  return new Paragraph({
    children,
    spacing: shape === 'title' ? { ...line, before: 280, after: 280 } : line,
    alignment: alignments[shape],
    // Two characters, whatever the size of the font.
    ...(indented && { indent: { firstLineChars: 200, firstLine: 640 } }),
    ...(shape === 'heading' && { keepNext: true }),
    ...(outline !== undefined && { outlineLevel: Math.min(outline, 8) }),
  })
}

const alignments = {
  title: AlignmentType.CENTER,
  heading: AlignmentType.LEFT,
  body: AlignmentType.JUSTIFIED,
  left: AlignmentType.LEFT,
  centred: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** Width of the type area in twips. */
export const typeWidth = convertMillimetersToTwip(156)

export const section = {
  properties: {
    page: {
      size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
      margin: {
        top: convertMillimetersToTwip(37),
        bottom: convertMillimetersToTwip(35),
        left: convertMillimetersToTwip(28),
        right: convertMillimetersToTwip(26),
      },
    },
  },
  footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
} as const

/** Page numbers stand outside: right on odd pages, left on even ones. */
export const wholeDocument: Partial<IPropertiesOptions> = {
  creator: '经纬 Jingwei',
  evenAndOddHeaderAndFooters: true,
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf('table'),
    size: 28,
  })
  return new Footer({ children: [new Paragraph({ alignment, children: [number] })] })
}
