import * as z from 'zod/mini';
import type { ToolSpec } from '#lib/core/tool.ts';

const PLACES = {
  page: 'In a page',
  browser: "Through Chrome's own interfaces",
  annex: "In Annex's own space",
} as const;

/** The page that tells of every tool: what it does, what it needs, what it takes. */
export function toolsPage(tools: readonly ToolSpec[]): string {
  const parts = Object.entries(PLACES).map(([where, title]) => {
    const own = tools.filter((tool) => tool.where === where);
    return [`## ${title}`, ...own.map(describe)].join('\n\n');
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

const HEAD = `# Tools

What agents can do, made from \`lib/tools\` by \`npm run docs\`. A tool names one capability (what a grant is for) and one
effect: \`read\`, \`draft\` (private, reversible), \`act\` (touches a page), \`send\` (leaves the person's space or can't be
undone). Control arguments decide where something goes; for \`send\` their origin is checked.`;

function describe(tool: ToolSpec): string {
  const facts = [
    `capability \`${tool.capability}\``,
    `effect \`${tool.effect}\``,
    ...(tool.control.length > 0 ? [`control ${tool.control.map((name) => `\`${name}\``).join(', ')}`] : []),
    `at most ${tool.limitMs / 1000} s`,
  ];
  return [`### ${tool.name}`, tool.description, facts.join(' · '), ...argumentTable(tool)].join('\n\n');
}

function argumentTable(tool: ToolSpec): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(tool.args);
  const rows = Object.entries(properties).map(([name, schema]) => {
    const { type = 'any', description = '' } = typeof schema === 'boolean' ? {} : schema;
    return `| \`${name}\`${required.includes(name) ? '' : ' (optional)'} | ${type} | ${description} |`;
  });
  return rows.length > 0 ? [['| argument | type | |', '| --- | --- | --- |', ...rows].join('\n')] : [];
}
