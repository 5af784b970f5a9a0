import '#lib/core/zod-setup.ts';
import { composePerson } from '../sidepanel/compose.ts';
import { createDriver, type Driver } from './driver.ts';

declare global {
  // The terminal driver and the tests reach the page by this name. The shipped build has neither it nor the page.
  var annex: Driver;
}

globalThis.annex = createDriver(composePerson());
