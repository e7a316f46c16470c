import * as z from 'zod'

// Zod compiles its checks with `new Function` where it may; the page's policy forbids that.
z.config({ jitless: true })
