/** The lines of a file, read piece by piece; empty ones are left out, and `at` counts from 1. */
export async function* linesOf(file: Blob): AsyncGenerator<{ at: number; text: string }> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let at = 0;
  for (;;) {
    const { done, value = '' } = await reader.read();
    const lines = (rest + value).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const text of lines) {
      at += 1;
      if (text.trim() !== '') yield { at, text };
    }
    if (done) return;
  }
}
