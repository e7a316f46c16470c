/** A stream or storage in an OLE compound file, the container of `.doc`, `.wps` and `.xls`. */
export interface OleEntry {
  readonly name: string
  /** Where its first sector lies in the file; meaningless for streams below 4096 bytes. */
  readonly offset: number
}

const endOfChain = 0xfffffffa

/** The directory of a compound file (MS-CFB 2.6); empty where it is damaged. */
export function oleEntries(bytes: Uint8Array): readonly OleEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return []
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return []
  const sectorSize = 1 << shift
  const entries: OleEntry[] = []
  for (const sector of directorySectors(view, sectorSize)) {
    const start = (sector + 1) * sectorSize
    for (let at = start; at < start + sectorSize && at + 128 <= bytes.length; at += 128) {
      const length = Math.min(view.getUint16(at + 64, true), 64)
      if (length < 2) continue
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2))
      entries.push({ name, offset: (view.getUint32(at + 116, true) + 1) * sectorSize })
    }
  }
  return entries
}

function directorySectors(view: DataView, sectorSize: number): readonly number[] {
  const sectors: number[] = []
  const seen = new Set<number>()
  let sector = view.getUint32(48, true)
  while (sector < endOfChain && !seen.has(sector) && seen.size < 1000) {
    seen.add(sector)
    sectors.push(sector)
    sector = nextSector(view, sectorSize, sector)
  }
  return sectors
}

// The header lists the first 109 sectors of the allocation table, enough for directories of files
// up to 7 MB and, since directories stand early, of most beyond.
function nextSector(view: DataView, sectorSize: number, sector: number): number {
  const perSector = sectorSize / 4
  const tableIndex = Math.floor(sector / perSector)
  if (tableIndex >= 109) return endOfChain
  const tableSector = view.getUint32(76 + tableIndex * 4, true)
  const at = (tableSector + 1) * sectorSize + (sector % perSector) * 4
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : endOfChain
}
