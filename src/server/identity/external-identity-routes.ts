import {
  beginAtProvider,
  confirmExternalIdentity,
  linkExternalIdentity,
  listExternalIdentities,
  returnFromProvider,
  unlinkExternalIdentity,
} from '#contract/external-identity.ts'
import { door, type Endpoint, read, write } from '#server/http/endpoint.ts'
import { externalIdentities } from './external-identity-store.ts'
import { confirmLink, externalIdentityView, link, unlink } from './link-identity.ts'
import type { Provider } from './provider.ts'
import { beginBy, returnBy } from './sign-in-by-provider.ts'

/** Signing in by a provider of OpenID Connect, where one is configured, and whose account is whose. */
export function externalIdentityEndpoints(provider: Provider | undefined): readonly Endpoint[] {
  return [
    door(beginAtProvider, async (_, visit) => ({ address: await beginBy(provider, visit) })),

    door(returnFromProvider, async ({ query }, visit) => {
      await returnBy(provider, visit, query)
      return {}
    }),

    read(listExternalIdentities, async (_, { db }) => ({
      identities: (await externalIdentities(db)).map(externalIdentityView),
    })),

    write(linkExternalIdentity, (given, context) => link(context, given)),

    write(confirmExternalIdentity, async (given, context) => {
      await confirmLink(context, given)
      return {}
    }),

    write(unlinkExternalIdentity, async (given, context) => {
      await unlink(context, given)
      return {}
    }),
  ]
}
