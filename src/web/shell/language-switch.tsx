import { Button } from 'antd'
import { chooseLanguage, useLanguage } from './language.ts'

/** Offers the other language, in that language. */
export function LanguageSwitch() {
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  )
}
