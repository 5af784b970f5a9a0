import type OpenAI from 'openai';
import type { ChatMessage } from '#lib/core/chat.ts';
import type { Exchange } from './exchange.ts';
import type { Features } from './features.ts';

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;
type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;

/** The body of a Chat Completions request, with what the server is known to accept. */
export function bodyOf(model: string, request: Exchange, features: Features): Body {
  const { schema, tools, temperature } = request;
  return {
    model,
    stream: true,
    messages: request.messages.map(messageOf),
    [features.tokensField]: Math.max(features.leastTokens, request.maxTokens),
    ...(features.usage ? { stream_options: { include_usage: true } } : {}),
    ...(features.temperature && temperature !== undefined ? { temperature } : {}),
    ...(features.schema && schema
      ? { response_format: { type: 'json_schema' as const, json_schema: { ...schema, strict: true } } }
      : {}),
    ...(tools.length > 0 ? { tools: tools.map((tool) => ({ type: 'function' as const, function: tool })) } : {}),
  };
}

function messageOf(message: ChatMessage): Message {
  switch (message.role) {
    case 'tool':
      return { role: 'tool', tool_call_id: message.call, content: message.content };
    case 'assistant': {
      const { calls, content } = message;
      if (calls.length === 0) return { role: 'assistant', content };
      return {
        role: 'assistant',
        content: content || null,
        tool_calls: calls.map(({ id, tool, arguments: args }) => ({
          id,
          type: 'function',
          function: { name: tool, arguments: args },
        })),
      };
    }
    default:
      return message;
  }
}
