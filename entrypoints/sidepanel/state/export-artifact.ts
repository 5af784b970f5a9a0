import { type Artifact, type ArtifactVersion, draftContent, tableContent } from '#lib/core/artifact.ts';

export type ExportForm = 'md' | 'html' | 'txt' | 'csv';
export type Exported = { text: string; type: string; name: string };

/** The forms that each kind leaves in; the first is what Copy takes. */
export const exportForms = {
  report: ['md', 'html'],
  draft: ['txt'],
  table: ['md', 'csv'],
} as const satisfies Record<Artifact['kind'], readonly ExportForm[]>;

const TYPES: Record<ExportForm, string> = {
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** A version as a file. The writers come as chunks of their own. */
export async function exportText(version: ArtifactVersion, form: ExportForm): Promise<Exported> {
  return { text: await written(version, form), type: TYPES[form], name: `${fileName(version.title)}.${form}` };
}

async function written(version: ArtifactVersion, form: ExportForm): Promise<string> {
  const draft = draftContent.safeParse(version.content);
  if (draft.success) {
    const { to, subject, body } = draft.data;
    return `To: ${to.join(', ')}\nSubject: ${subject}\n\n${body}\n`;
  }
  const table = form === 'csv' ? tableContent.safeParse(version.content).data : undefined;
  if (table) {
    const { exportCsv } = await import('#lib/artifacts/export-csv.ts');
    return exportCsv(table);
  }
  const { exportMarkdown } = await import('#lib/artifacts/export-markdown.ts');
  const markdown = exportMarkdown(version);
  if (form !== 'html') return markdown;
  const { exportHtml } = await import('../report/export-html.ts');
  return exportHtml(version.title, markdown);
}

/** A title as a file is called: letters, digits and dashes. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain || 'annex';
}
