// First, before any schema is made.
import './no-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './fonts.css'
import './global.css'
import { carryNonce } from './style-nonce.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the application')

// The server writes a new one into each page it sends.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
if (nonce) carryNonce(nonce)
createRoot(root).render(<App nonce={nonce} />)
