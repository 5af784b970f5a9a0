/** Endings of files that are no top-level domain: `notes.docx` is no address. `.md`, `.zip`, `.py` and `.sh` are both, and so not here. */
const ENDINGS: ReadonlySet<string> = new Set(
  `avi bak bmp bz csv dat doc docx dotx eml epub exe flac gif gz heic htm html ics jpeg jpg js json jsx log mkv mp msg odp ods odt ogg pages
pdf png potx ppt pptx psd rar rtf sql svg tar tif tiff ts tsv tsx txt vcf wav webm webp xls xlsm xlsx xml yaml yml`.split(
    /\s+/,
  ),
);

export const isFileName = (word: string): boolean =>
  ENDINGS.has(/\.([\p{L}]+)\d?$/u.exec(word)?.[1]?.toLowerCase() ?? '');
