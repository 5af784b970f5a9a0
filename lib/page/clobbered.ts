/** What page tools ask of a form. Its fields can stand in place of each of them, by their names. */
const METHODS = [
  ...['getAttribute', 'hasAttribute', 'matches', 'closest', 'contains', 'querySelector', 'querySelectorAll'],
  ...[
    'getBoundingClientRect',
    'getClientRects',
    'checkVisibility',
    'getElementsByTagName',
    'getRootNode',
    'dispatchEvent',
  ],
] as const;
const NODES = ['parentNode', 'parentElement', 'firstChild', 'nextSibling', 'assignedSlot', 'shadowRoot'] as const;

/**
 * Whether a form's own fields have taken the place of what it would be read by, such as one named `getAttribute`. Isolated worlds are no
 * help against that. Such a form, and all in it, is left alone: what it says of itself cannot be relied on.
 */
export function isClobbered(element: Element): boolean {
  if (!(element instanceof HTMLFormElement)) return false;
  const { nodeType, localName, namespaceURI, textContent, ownerDocument, isConnected, childNodes } = element;
  const values = [localName, namespaceURI, textContent].every((one) => typeof one === 'string');
  if (!values || nodeType !== 1 || typeof isConnected !== 'boolean') return true;
  if (ownerDocument.nodeType !== 9 || !(childNodes instanceof NodeList)) return true;
  if (METHODS.some((name) => typeof element[name] !== 'function')) return true;
  return NODES.some((name) => element[name] !== Reflect.get(HTMLFormElement.prototype, name, element));
}
