import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { newQueryClient } from './api/client.ts'
import { askToSignIn } from './identity/sign-in/ask-to-sign-in.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'
import { newRouter } from './router.ts'
import { useLanguage } from './shell/language.ts'
import { lightTheme } from './theme.ts'

const languages = {
  'zh-CN': { messages: zh, locale: zhCN },
  en: { messages: en, locale: enUS },
} as const

/** The application; `nonce` lets its styles pass the content security policy. */
export function App({ nonce }: { nonce: string | undefined }) {
  const language = useLanguage()
  const [router] = useState(newRouter)
  const [client] = useState(() => newQueryClient((error) => askToSignIn(router, error)))
  const { messages, locale } = languages[language]

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <IntlProvider locale={language} messages={messages} timeZone="Asia/Shanghai">
      <ConfigProvider
        theme={lightTheme}
        locale={locale}
        button={{ autoInsertSpace: false }}
        {...(nonce && { csp: { nonce } })}
      >
        <AntdApp>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </IntlProvider>
  )
}
