import { Failure } from '#server/http/failure.ts'
import * as client from 'openid-client'

/** A provider of OpenID Connect that vouches for people, as the installation names it. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  /** Absent for a public client. */
  readonly clientSecret?: string
  readonly name: string
  /** Where the browser comes back to: a page of ours. */
  readonly returnAddress: string
}

/** What ties an answer of the provider to the browser and the moment that asked. */
export interface Flow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came, in the words of the provider. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly login: string
}

export interface Provider {
  readonly name: string
  /** What to remember, and where the browser goes. Throws 503 `provider-unreachable`. */
  begin(): Promise<{ readonly flow: Flow; readonly address: string }>
  /** Who came back with `query`; undefined where it is no answer to `flow`. */
  vouchedFor(flow: Flow, query: string): Promise<Vouched | undefined>
}

const secondsToAnswer = 10

/** The provider; it is asked what it can do when somebody first goes there. */
export function providerOf(settings: ProviderSettings): Provider {
  let known: Promise<client.Configuration> | undefined
  const configuration = async (): Promise<client.Configuration> => {
    known ??= discovered(settings)
    try {
      return await known
    } catch {
      known = undefined
      throw unreachable()
    }
  }
  return {
    name: settings.name,
    begin: async () => {
      const flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.returnAddress,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { flow, address: address.href }
    },
    vouchedFor: async (flow, query) => {
      const url = new URL(settings.returnAddress)
      url.search = query
      return answerOf(await configuration(), url, flow)
    },
  }
}

function discovered({ issuer, clientId, clientSecret }: ProviderSettings) {
  const url = new URL(issuer)
  return client.discovery(
    url,
    clientId,
    undefined,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: secondsToAnswer,
      // Only where the installation itself names an address within its own network.
      ...(url.protocol === 'http:' && { execute: [client.allowInsecureRequests] }),
    },
  )
}

async function answerOf(
  configuration: client.Configuration,
  url: URL,
  { state, nonce, verifier }: Flow,
): Promise<Vouched | undefined> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return undefined
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name: textOf(claims['name']),
      login: textOf(claims['preferred_username']),
    }
  } catch (error) {
    if (isNoAnswer(error)) throw unreachable()
    if (isRefusal(error)) return undefined
    throw error
  }
}

function unreachable(): Failure {
  return new Failure({ code: 'provider-unreachable', title: 'The provider gives no answer' }, 503)
}

function isNoAnswer(error: unknown): boolean {
  if (error instanceof client.ClientError) return error.code === 'OAUTH_TIMEOUT'
  // What `fetch` says of a connection that fails.
  return error instanceof TypeError && error.cause instanceof Error
}

/** What the provider or the checks say against an answer; anything else is a bug or the network. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.ClientError
  )
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim.slice(0, 100) : ''
}
