import { keyActions } from '#contract/api-key.ts'
import { Problem } from '#contract/problem.ts'
import type { AnyRoute } from '#contract/route.ts'
import * as z from 'zod'

type Json = Readonly<Record<string, unknown>>

/** The description of all endpoints as OpenAPI 3.1, made from the same routes that are mounted. */
export function openApi(routes: readonly AnyRoute[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  const schemas: Record<string, unknown> = {}
  const shared = sharedSchemas(paths, schemas)
  return {
    openapi: '3.1.0',
    info: { title: 'Jingwei', version },
    paths: shared,
    components: { schemas, securitySchemes },
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'jingwei-session' },
  key: { type: 'http', scheme: 'bearer', description: 'A key of a neighbour, jw_…' },
}

function securityOf({ needs }: AnyRoute): readonly Json[] {
  if (needs === 'anyone') return []
  return keyActions.some((action) => action === needs)
    ? [{ session: [] }, { key: [] }]
    : [{ session: [] }]
}

// Zod puts what has a name beside each schema that uses it; here all of them lie in one place.
function sharedSchemas(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => sharedSchemas(one, schemas))
  if (typeof value !== 'object' || value === null) return value
  const shared: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) {
    if (name === '$defs') Object.assign(schemas, sharedSchemas(part, schemas))
    else if (name === '$ref')
      shared[name] = String(part).replace('#/$defs/', '#/components/schemas/')
    else shared[name] = sharedSchemas(part, schemas)
  }
  return shared
}

function operation(route: AnyRoute): Json {
  const { properties = {}, required = [] } = objectSchema(route.input)
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const hasBody = route.kind === 'json' && route.method !== 'GET'
  const names = Object.keys(properties)
  const parameters = names
    .filter((name) => inPath.has(name) || !hasBody)
    .map((name) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.includes(name),
      schema: properties[name],
    }))
  return {
    summary: route.summary,
    'x-needs': route.needs,
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: jsonContent(bodySchema(route.input, inPath)) }),
    ...(route.kind === 'upload' && { requestBody: uploadBody }),
    responses: {
      200: { description: 'Done', ...replyOf(route) },
      default: { description: 'Refused', ...jsonContent(schemaOf(Problem, 'output')) },
    },
  }
}

const uploadBody = {
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
      },
    },
  },
}

function replyOf(route: AnyRoute): Json {
  if (route.kind === 'file') {
    return { content: { [route.mediaType]: { schema: { type: 'string', format: 'binary' } } } }
  }
  return jsonContent(schemaOf(route.reply, 'output'))
}

function jsonContent(schema: Json): Json {
  return { content: { 'application/json': { schema } } }
}

// A body holds what is not in the path; the named parts it uses stay beside it.
function bodySchema(input: z.ZodType, inPath: ReadonlySet<string | undefined>): Json {
  const schema = objectSchema(input)
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.has(name)),
    ),
    required: (schema.required ?? []).filter((name) => !inPath.has(name)),
  }
}

interface ObjectSchema extends Json {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

function objectSchema(input: z.ZodType): ObjectSchema {
  return schemaOf(input, 'input')
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // Parts that are put together with `allOf` would refuse each other's properties.
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
    },
  })
  return rest
}
