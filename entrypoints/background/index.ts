import '#lib/core/zod-setup.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { composeBackground } from './compose.ts';

export default defineBackground({ main: composeBackground });
