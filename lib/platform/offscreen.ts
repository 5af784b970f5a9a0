const PAGE = 'offscreen.html';
let opening: Promise<void> | undefined;

/** Opens the one offscreen document if it is not there. Rejects where the browser has none. */
export async function openOffscreen(): Promise<void> {
  opening ??= create().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function create(): Promise<void> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] });
  if (contexts.length > 0) return;
  await chrome.offscreen.createDocument({
    url: PAGE,
    reasons: [chrome.offscreen.Reason.WORKERS],
    justification: 'Runs language models and streams their answers, also while the panel is closed.',
  });
}
