import { isClobbered } from './clobbered.ts';
import { isDetails, isElement, isFrame, isHtml, isShadow, isSlot } from './elements.ts';

const CAN_HOST = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/**
 * The shadow tree of an element, closed ones too. The call is slow, so it is asked only of elements that are likely to have one,
 * and of those whose own text a shadow tree would keep from being drawn; elements that it keeps from that say so themselves.
 */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!isHtml(element) || typeof chrome === 'undefined' || !chrome.dom) return null;
  const likely =
    element.localName.includes('-') ||
    (CAN_HOST.has(element.localName) && (!element.firstChild || hasOwnText(element)));
  return likely ? (chrome.dom.openOrClosedShadowRoot(element) ?? null) : null;
}

/** Whether text stands in an element itself, not only in elements inside it. */
export function hasOwnText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 3 && child.nodeValue?.trim()) return true;
  return false;
}

/** The document of a frame of the same origin; nothing for others. */
export function frameDocument(element: Element): Document | null {
  return isFrame(element) ? element.contentDocument : null;
}

/** Children as they are laid out: through shadow trees and slots. Frames are left to the caller. */
export function childrenOf(node: Node): ArrayLike<Node> & Iterable<Node> {
  if (!isElement(node)) return node.childNodes;
  if (isSlot(node)) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  if (isDetails(node) && !node.open)
    return [...node.children].filter((child) => child.localName === 'summary').slice(0, 1);
  return shadowOf(node)?.childNodes ?? node.childNodes;
}

/** The element around a node as laid out: slot, shadow host, or the frame that shows its document. */
export function parentOf(node: Node): Element | null {
  const slot = isElement(node) ? node.assignedSlot : null;
  if (slot) return slot;
  const parent = node.parentNode;
  if (isElement(parent)) return parent;
  if (parent && isShadow(parent)) return parent.host;
  return node.ownerDocument?.defaultView?.frameElement ?? null;
}

export function ancestorsOf(node: Node): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(node); at && found.length < 1000; at = parentOf(at)) found.push(at);
  return found;
}

/** Elements that match, through shadow trees and frames of the same origin, in order; bounded. */
export function findAll(root: ParentNode & Node, selector: string, limit = 500): Element[] {
  const found: Element[] = [];
  let visited = 0;
  const walk = (node: Node) => {
    for (const child of childrenOf(node)) {
      if (!isElement(child) || isClobbered(child)) continue;
      visited += 1;
      if (found.length >= limit || visited > 60_000) return;
      if (child.matches(selector)) found.push(child);
      const inner = frameDocument(child);
      walk(inner ?? child);
    }
  };
  walk(root);
  return found;
}
