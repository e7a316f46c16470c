import { chooseRegion } from '#contract/identity.ts'
import type { Notification } from '#contract/notification.ts'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { call } from '../api/call.ts'
import { session } from '../api/session.ts'

/** Opens what a notification leads to; what belongs to another region, in that region. */
export function useGoTo(): (notification: Pick<Notification, 'region' | 'link'>) => void {
  const { history } = useRouter()
  const who = useQuery(session()).data
  return ({ region, link }) => {
    const isElsewhere =
      region !== who?.region.code && who?.regions.some(({ code }) => code === region)
    if (!isElsewhere) return history.push(link)
    // Pages, figures and live changes of the region before are forgotten.
    void call(chooseRegion, { region }).then(() => location.assign(link))
  }
}
