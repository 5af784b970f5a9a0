/** An attribute as the page wrote it. By the prototype: a field may stand in the place of its form's own properties and methods. */
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** The address that an attribute names, as the browser reads it; nothing where it names none. */
export function addressIn(element: Element, name: string): URL | undefined {
  const value = attributeOf(element, name);
  const { baseURI } = element.ownerDocument;
  return value && URL.canParse(value, baseURI) ? new URL(value, baseURI) : undefined;
}
