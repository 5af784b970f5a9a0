import { defineContentScript } from 'wxt/utils/define-content-script';
import { install } from './install.ts';

export default defineContentScript({ registration: 'runtime', matches: [], main: () => install() });
