import { type Area, documentArea, height, insideArea, isApart, width } from './area.ts';
import { blend, type Colour, type Colours, createColours } from './colour.ts';
import { isLegible } from './legible.ts';
import { ancestorsOf } from './tree.ts';
import { isUndrawn } from './undrawn.ts';

/** What an element inherits from those around it, as far as being seen goes. */
export type Scope = {
  /** Where in-flow content can be seen, and where absolutely positioned content can. */
  area: Area;
  positioned: Area;
  opacity: number;
  /** The plain colour behind; absent where a picture or gradient is, and nothing is decided then. */
  ground: Colour | undefined;
};

export type Shown = {
  kind: 'shown';
  scope: Scope;
  /** The element itself is drawn (`visibility`), and its own text can be read. */
  drawn: boolean;
  text: boolean;
  style: CSSStyleDeclaration;
};

/** `covert`: hidden by a way that pages use to hide text from people but not from programs. */
export type Sight = Shown | { kind: 'hidden'; covert: boolean };

const PUT_AWAY: Sight = { kind: 'hidden', covert: false };
const COVERT: Sight = { kind: 'hidden', covert: true };
const FAINT = 0.1;
/** A frame that is smaller shows no text to anybody. */
const FRAME_PX = 20;

/**
 * Says what a person can see, element by element from the root down. Not decided, and so counted as seen: text under
 * another element, text in the colour of a picture or gradient behind it, text below a page locked from scrolling.
 */
export type Eyes = {
  open: (doc: Document) => Scope | undefined;
  see: (scope: Scope, element: Element) => Sight;
  /** The same for one element, from its root down. */
  look: (element: Element) => Sight;
};

/** Boxes that run along in a line of text. */
export const isInline = ({ display }: CSSStyleDeclaration) => /^(inline|contents|ruby)/.test(display);

let shared: Eyes | undefined;

/** One pair of eyes serves the whole page: what they remember is how colours are written. */
export function sharedEyes(): Eyes {
  shared ??= createEyes();
  return shared;
}

function createEyes(): Eyes {
  const colours = createColours();
  const open = (doc: Document): Scope | undefined => {
    const view = doc.defaultView;
    if (!view || !doc.documentElement || isTinyFrame(view.frameElement)) return undefined;
    const area = documentArea(doc, view);
    const style = view.getComputedStyle(doc.documentElement);
    // A page that may be dark has a canvas of unknown colour, unless it says which.
    const canvas = style.colorScheme.includes('dark') ? undefined : colours('rgb(255, 255, 255)');
    return { area, positioned: area, opacity: 1, ground: groundOf(style, canvas, colours) };
  };
  const look = (element: Element): Sight => {
    let scope: Scope | undefined;
    let sight: Sight = PUT_AWAY;
    let doc: Document | undefined;
    for (const at of [...ancestorsOf(element).reverse(), element]) {
      if (at.ownerDocument !== doc) scope = open(at.ownerDocument);
      doc = at.ownerDocument;
      if (!scope) return PUT_AWAY;
      sight = see(scope, at, colours);
      if (sight.kind === 'hidden') return sight;
      scope = sight.scope;
    }
    return sight;
  };
  return { open, see: (scope, element) => see(scope, element, colours), look };
}

function isTinyFrame(frame: Element | null): boolean {
  const box = frame?.getBoundingClientRect();
  return box !== undefined && (box.width < FRAME_PX || box.height < FRAME_PX);
}

function see(scope: Scope, element: Element, colours: Colours): Sight {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return PUT_AWAY;
  const drawn = style.visibility === 'visible';
  if (style.display === 'contents')
    return {
      kind: 'shown',
      scope,
      drawn,
      text: drawn && isLegible(element, { style, ground: scope.ground, colours }),
      style,
    };
  if (!element.checkVisibility()) return PUT_AWAY;
  const opacity = scope.opacity * Number(style.opacity || 1);
  if (opacity < FAINT || /opacity\(0(\.0\d*)?%?\)/.test(style.filter)) return COVERT;
  const box = element.getBoundingClientRect();
  const outer = outerArea(scope, element, style);
  const empty = box.width === 0 || box.height === 0;
  if (!empty && isApart(box, outer)) return COVERT;
  if (isUndrawn(element, style, box)) return COVERT;
  const inner = innerArea(element, style, box, outer);
  const thin = [width(inner), height(inner)].filter((side) => side <= 1).length;
  if (thin > 0) return thin === 2 ? COVERT : PUT_AWAY;
  const ground = groundOf(style, scope.ground, colours);
  const text = drawn && style.contentVisibility !== 'hidden' && isLegible(element, { style, ground, colours });
  const positioned = holdsPositioned(style) ? inner : scope.positioned;
  return { kind: 'shown', scope: { area: inner, positioned, opacity, ground }, drawn, text, style };
}

function outerArea(scope: Scope, element: Element, style: CSSStyleDeclaration): Area {
  const view = element.ownerDocument.defaultView;
  if (style.position === 'fixed' && view) return { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  return style.position === 'absolute' ? scope.positioned : scope.area;
}

/** The overflow of `html` and `body` is the viewport's, and inline boxes have none. */
function innerArea(element: Element, style: CSSStyleDeclaration, box: Area, outer: Area): Area {
  const root = element.localName === 'html' || element.localName === 'body';
  return root || style.display === 'inline' ? outer : insideArea(element, style, { box, outer });
}

function holdsPositioned(style: CSSStyleDeclaration): boolean {
  return style.position !== 'static' || style.transform !== 'none' || style.filter !== 'none';
}

function groundOf(style: CSSStyleDeclaration, behind: Colour | undefined, colours: Colours): Colour | undefined {
  if (style.backgroundImage !== 'none') return undefined;
  const own = colours(style.backgroundColor);
  if (!own || own.alpha < 0.05) return behind;
  if (own.alpha > 0.95) return own;
  return behind && blend(own, behind);
}
