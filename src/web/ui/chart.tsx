import type { EChartsOption } from 'echarts'
import { useEffect, useRef } from 'react'
import { fontFamily } from '../theme.ts'
import styles from './chart.module.css'

/** Draws a chart that is given as data. The drawing code is loaded when the first chart is shown. */
export function Chart({
  option,
  label,
  height = 280,
}: {
  option: EChartsOption
  /** What the chart shows, for those who do not see it. */
  label: string
  height?: number
}) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = place.current
    return element ? draw(element, option, label) : undefined
  }, [option, label])
  return <figure ref={place} aria-label={label} className={styles.chart} style={{ height }} />
}

function draw(element: HTMLElement, option: EChartsOption, label: string): () => void {
  let stop: (() => void) | undefined
  let wanted = true
  const begin = async () => {
    const { init } = await import('./chart-engine.ts')
    if (!wanted) return
    const chart = init(element, undefined, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: label } },
      textStyle: { fontFamily },
      // HTML tooltips carry inline styles, which the content security policy forbids.
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      ...option,
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    stop = () => {
      observer.disconnect()
      chart.dispose()
    }
  }
  void begin()
  return () => {
    wanted = false
    stop?.()
  }
}
