const megabyte = 1024 * 1024

/**
 * What a file may cost us, whatever it claims of itself. The longest real plan seen so far has
 * 60,000 characters, 1 MB of XML and 120 pages, so each bound is far above honest documents.
 */
export const limits = {
  /** Bytes of the file as it comes; a scanned report of many pages can be this large. */
  fileBytes: 100 * megabyte,
  /** Bytes of txt and md: 20 MB are seven million Chinese characters. */
  textBytes: 20 * megabyte,
  htmlBytes: 10 * megabyte,
  /** Bytes of one XML part once inflated; parsing takes some fifteen times as much memory. */
  xmlBytes: 32 * megabyte,
  /** Bytes of a whole archive once inflated, as its directory claims. */
  archiveBytes: 1024 * megabyte,
  archiveEntries: 10_000,
  /** Inflated size over packed size of a part; deflate cannot pass 1032, honest XML stays under 60. */
  archiveRatio: 200,
  /** Parts below this size are not judged by their ratio. */
  archiveRatioFrom: megabyte,
  xmlDepth: 256,
  htmlDepth: 512,
  /** Columns a table may have; spans beyond are cut. */
  tableColumns: 256,
  /** Rows a cell may span; spans beyond are cut. */
  tableRows: 100_000,
  /** Cells in all tables of a document. */
  tableCells: 500_000,
  pdfPages: 2_000,
  /** Text runs and ruling lines of one page. */
  pdfItems: 100_000,
  pdfRulings: 20_000,
  /** Files read, and files converted by LibreOffice, at a time; others wait. */
  readersAtOnce: 2,
  convertersAtOnce: 1,
  /** Text from this size on is read in a thread, since it would hold up the server. */
  textBytesInPlace: megabyte,
  /** Memory of the reading thread: its JavaScript heap, and its buffers besides. */
  heapMegabytes: 768,
  bufferBytes: 768 * megabyte,
  /** Wall-clock of reading a file, without and with LibreOffice. */
  readMilliseconds: 60_000,
  convertMilliseconds: 120_000,
} as const
