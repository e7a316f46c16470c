import {
  bindTarget,
  listTargetMeasures,
  measuredTargets,
  targetBinding,
} from '#contract/target-binding.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import {
  bindingAndProposals,
  bindTargetOf,
  measuredTargetsOf,
  targetMeasuresOf,
} from './bind-target.ts'

export const bindingEndpoints: readonly Endpoint[] = [
  read(targetBinding, (input, context) => bindingAndProposals(context, input)),
  read(listTargetMeasures, (input, context) => targetMeasuresOf(context, input)),
  read(measuredTargets, (input, context) => measuredTargetsOf(context, input)),
  write(bindTarget, (input, context) => bindTargetOf(context, input)),
]
