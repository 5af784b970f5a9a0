/** What the stand-in reads of a Chat Completions request. Written apart from lib/models on purpose: it checks that side. */
export type Message = {
  role: string;
  content?: string | null;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
};
export type Body = {
  model?: string;
  messages: Message[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: { function: { name: string } }[];
  response_format?: { type: string; json_schema?: { name?: string; schema?: Schema } };
  max_tokens?: number;
};
export type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: string[] };

/** What the stand-in answers: words, tool calls, or both. */
export type Answer = { text: string; calls: { name: string; args: Record<string, unknown> }[] };

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && 'messages' in value && Array.isArray(value.messages);
}

export const words = (text: string): Answer => ({ text, calls: [] });
export const calling = (name: string, args: Record<string, unknown>): Answer => ({ text: '', calls: [{ name, args }] });

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
