import type { ThemeConfig } from 'antd'

export const fontFamily =
  '"Inter Variable","PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif'

/** The colours of the light theme. Every pair of text and ground used here has a contrast of 4.5 or more. */
export const colors = {
  brand: '#1B5BC4',
  brandSoft: '#E9F0FC',
  ink: '#17233A',
  ink2: '#52607A',
  ink3: '#5C687E',
  line: '#E4E9F1',
  ground: '#F4F6FA',
  ok: '#156B48',
  warn: '#9A5000',
  bad: '#BA2828',
  target: '#7A869C',
  down: '#E08A2E',
} as const

export const lightTheme: ThemeConfig = {
  cssVar: { key: 'jw' },
  hashed: false,
  token: {
    colorPrimary: colors.brand,
    colorInfo: colors.brand,
    colorLink: colors.brand,
    colorSuccess: colors.ok,
    colorWarning: colors.warn,
    colorError: colors.bad,
    colorInfoBg: colors.brandSoft,
    colorInfoBorder: '#BDD2F5',
    colorSuccessBg: '#E7F5EE',
    colorSuccessBorder: '#BFE3CF',
    colorWarningBg: '#FFF3DF',
    colorWarningBorder: '#F0D3A2',
    colorErrorBg: '#FDECEC',
    colorErrorBorder: '#F3C4C4',
    colorTextBase: colors.ink,
    colorTextSecondary: colors.ink2,
    colorTextTertiary: colors.ink3,
    colorTextDescription: colors.ink3,
    colorTextPlaceholder: '#66728A',
    colorBgLayout: colors.ground,
    colorBorderSecondary: colors.line,
    borderRadius: 6,
    borderRadiusLG: 10,
    fontFamily,
    fontSize: 14,
    controlHeight: 32,
    boxShadowTertiary: '0 1px 2px rgba(16,36,74,.04),0 2px 8px rgba(16,36,74,.04)',
  },
  components: {
    Table: {
      headerBg: '#F7F9FC',
      headerColor: colors.ink2,
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 12,
      cellPaddingBlockSM: 7,
      headerSplitColor: 'transparent',
      rowHoverBg: '#F5F8FE',
    },
    Card: { headerFontSize: 15, headerHeight: 46, bodyPadding: 16, headerPadding: 16 },
    Segmented: { trackBg: '#EEF2F8' },
    Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 20 },
  },
}
