import { uploadDocuments } from '#contract/document.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { DraftTable } from '../draft/draft-table.tsx'
import { drafts } from '../draft/queries.ts'
import { DropZone } from '../document/drop-zone.tsx'
import { documentsOfRegion } from '../document/queries.ts'
import { UploadRows } from '../document/upload-rows.tsx'
import { useUploads } from '../document/use-uploads.ts'
import { plans } from '../plan/queries.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { HomeFigures } from './home-figures.tsx'
import { HomePlans } from './home-plans.tsx'
import styles from './home-page.module.css'
import { overviewOf } from './overview.ts'
import { RecentDocuments } from './recent-documents.tsx'

/** The desk: the main job at once, then what is there and what waits. */
export function HomePage() {
  const text = useTranslations('home')
  const { uploads, add, clear } = useUploads()
  const mayImport = useMay(uploadDocuments)
  const who = useQuery(session())
  const published = useQuery(plans())
  const working = useQuery(drafts())
  const documents = useQuery(documentsOfRegion())
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={who}>
        {({ region }) => (
          <QueryState query={published}>
            {(plans) => (
              <QueryState query={working}>
                {(drafts) => (
                  <>
                    <HomeFigures overview={overviewOf(plans, drafts, region.code)} />
                    {mayImport && <DropZone onFiles={add} />}
                    <UploadRows uploads={uploads} onClear={clear} />
                    <RecentDocuments documents={documents.data ?? []} />
                    <div className={styles.head}>
                      <h2>{text('drafts')}</h2>
                      <LinkButton to="/drafts" look="link">
                        {text('all')}
                      </LinkButton>
                    </div>
                    <DraftTable
                      drafts={drafts.filter(({ status }) => status === 'reviewing').slice(0, 6)}
                    />
                    <div className={styles.head}>
                      <h2>{text('plans')}</h2>
                      <LinkButton to="/plans" look="link">
                        {text('all')}
                      </LinkButton>
                    </div>
                    <HomePlans plans={plans} />
                  </>
                )}
              </QueryState>
            )}
          </QueryState>
        )}
      </QueryState>
    </>
  )
}
