// Lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Icons and Contributors; some icons derive from Feather, MIT License, Copyright (c) Cole Bemis.
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import ban from 'lucide-static/icons/ban.svg?raw';
import bookOpenText from 'lucide-static/icons/book-open-text.svg?raw';
import calendarClock from 'lucide-static/icons/calendar-clock.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw';
import circlePause from 'lucide-static/icons/circle-pause.svg?raw';
import circleQuestion from 'lucide-static/icons/circle-question-mark.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import coins from 'lucide-static/icons/coins.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import gitFork from 'lucide-static/icons/git-fork.svg?raw';
import globe from 'lucide-static/icons/globe.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import library from 'lucide-static/icons/library.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import loaderCircle from 'lucide-static/icons/loader-circle.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import network from 'lucide-static/icons/network.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import penLine from 'lucide-static/icons/pen-line.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import square from 'lucide-static/icons/square.svg?raw';
import table from 'lucide-static/icons/table.svg?raw';
import telescope from 'lucide-static/icons/telescope.svg?raw';
import textQuote from 'lucide-static/icons/text-quote.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

export const raw = {
  ...{
    arrowDown,
    arrowUp,
    ban,
    bookOpenText,
    calendarClock,
    check,
    chevronDown,
    chevronLeft,
    chevronRight,
    circleDashed,
  },
  ...{ circlePause, circleQuestion, circleX, coins, copy, download, ellipsis, externalLink, fileText },
  ...{
    gitFork,
    globe,
    hourglass,
    house,
    image,
    info,
    library,
    link,
    list,
    loaderCircle,
    mail,
    network,
    pause,
    penLine,
    play,
    plus,
  },
  ...{ rotateCcw, search, settings, shield, square, table, telescope, textQuote, triangleAlert, users, wifiOff, x },
};

export type IconName = keyof typeof raw;

const isIconName = (name: string): name is IconName => Object.hasOwn(raw, name);

/** The icon that a package names in lucide's own way (`book-open-text`); a plain one where it is not among ours. */
export function iconOf(lucideName: string): IconName {
  const name = lucideName.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return isIconName(name) ? name : 'telescope';
}

type Shape = { tag: string; attributes: Record<string, string> };
const known = new Map<IconName, Shape[]>();

/** The shapes of an icon on a grid of 24: elements without children, as lucide draws them. */
export function iconShapes(name: IconName): Shape[] {
  const shapes = known.get(name) ?? shapesIn(raw[name]);
  known.set(name, shapes);
  return shapes;
}

function shapesIn(svg: string): Shape[] {
  return [...svg.matchAll(/<(\w+)((?:\s+[\w-]+="[^"]*")+)\s*\/>/g)].map(([, tag = '', text = '']) => ({
    tag,
    attributes: Object.fromEntries(
      [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));
}
