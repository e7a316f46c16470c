import { allElements, attribute, rawText, styleOf, type HtmlElement } from './dom.ts'

const dropped = new Set(
  `script style noscript template nav footer aside button select option input textarea iframe object
   embed svg canvas audio video map head dialog`.split(/\s+/),
)

const droppedRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'menu', 'dialog'])

const droppedNames =
  /^(?:nav|navbar|navigation|menu|footer|foot|sidebar|breadcrumbs?|crumbs?|share|bdsharebuttonbox|search|searchbox|qrcode|ewm|pagination|friend-?links?|copyright|toolbar|skip|mbx|dqwz)$/i

/** Whether an element is no part of the article a page shows: hidden, or a page's furniture. */
export function isBoilerplate(element: HtmlElement): boolean {
  return (
    dropped.has(element.tagName) ||
    isHidden(element) ||
    droppedRoles.has(attribute(element, 'role') ?? '') ||
    // LibreOffice puts the header and footer of its pages into boxes of this title.
    /^(?:header|footer)$/.test(attribute(element, 'title') ?? '') ||
    namesOf(element).some((name) => droppedNames.test(name)) ||
    isLinkList(element)
  )
}

export function isHidden(element: HtmlElement): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all'
  )
}

/** A footnote's mark or the footnotes themselves, as Word and LibreOffice write them. */
export function isFootnote(element: HtmlElement): boolean {
  return (
    namesOf(element).some((name) => /^(?:sdfootnote|sdendnote|_?ftn|_edn)/i.test(name)) ||
    /^#(?:_ftn|_edn|sdfootnote|sdendnote)/.test(attribute(element, 'href') ?? '') ||
    /^(?:foot|end)note-list$/.test(styleOf(element, 'mso-element') ?? '')
  )
}

const furniture =
  /^(?:您?(?:现在|当前|所在|的)*位置[：:]|【?字[体号][：:【]|分享(?:到|至)?[：:]|【?(?:打印|关闭|收藏)(?:本页|窗口)?】?$|上一[篇条][：:]|下一[篇条][：:]|扫一扫)/

/** Whether a line is what a site prints around each of its articles. */
export function isSiteFurniture(text: string): boolean {
  if (text.length > 300) return false
  return furniture.test(text) || /ICP备|公网安备|网站标识码|版权所有/.test(text)
}

function namesOf(element: HtmlElement): readonly string[] {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return names.split(/\s+/).filter((name) => name !== '')
}

const listTags = new Set(['ul', 'ol', 'div', 'table', 'td', 'dl', 'header', 'section'])

/** Many short links to other pages and hardly anything else: a menu. Links into the page are not. */
function isLinkList(element: HtmlElement): boolean {
  if (!listTags.has(element.tagName)) return false
  const links = allElements(element, 'a').filter(
    (link) => !(attribute(link, 'href') ?? '#').startsWith('#'),
  )
  if (links.length < 4) return false
  const linked = links.reduce((sum, link) => sum + rawText(link).trim().length, 0)
  return linked > 0.7 * rawText(element).replace(/\s+/g, '').length && linked < 40 * links.length
}
