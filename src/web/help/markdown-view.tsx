import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { pictureAddress } from './guide.ts'
import { inlineOf, type MarkdownBlock, markdownBlocks } from './markdown.ts'
import styles from './markdown-view.module.css'

/** A page of the manual. Its title is the page's own, so headings begin one below. */
export function MarkdownView({ source }: { source: string }) {
  const [first, ...rest] = markdownBlocks(source)
  const blocks = first?.kind === 'heading' && first.level === 1 ? rest : [first, ...rest]
  return (
    <article className={styles.page}>
      {blocks.map((block, index) => block && <Block key={index} block={block} />)}
    </article>
  )
}

function Block({ block }: { block: MarkdownBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? (
        <h2>
          <Line text={block.text} />
        </h2>
      ) : (
        <h3>
          <Line text={block.text} />
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Line text={item} />
        </li>
      ))
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <TableBlock {...block} />
    case 'code':
      return (
        <ScrollRegion className={styles.code} label={block.text}>
          <pre>
            <code>{block.text}</code>
          </pre>
        </ScrollRegion>
      )
    case 'image':
      return <img src={pictureAddress(block.file)} alt={block.alt} loading="lazy" />
  }
}

function TableBlock({ head, rows }: Extract<MarkdownBlock, { kind: 'table' }>) {
  return (
    <ScrollRegion className={styles.table} label={head.join('、')}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <Line text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Line text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Line({ text }: { text: string }) {
  return inlineOf(text).map((piece, index) => {
    switch (piece.kind) {
      case 'text':
        return piece.text
      case 'strong':
        return <strong key={index}>{piece.text}</strong>
      case 'code':
        return <code key={index}>{piece.text}</code>
      case 'link':
        return <GuideLink key={index} {...piece} />
    }
  })
}

/** Pages of the manual stay within it; other files of the project are named, not linked. */
function GuideLink({ text, to }: { text: string; to: string }) {
  if (/^https?:/.test(to)) return <a href={to}>{text}</a>
  const [, page] = /^([\w-]+)\.md(?:#.*)?$/.exec(to) ?? []
  if (page === undefined) return text
  return (
    <Link to="/help/$page" params={{ page }}>
      {text}
    </Link>
  )
}
