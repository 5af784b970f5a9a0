import '#lib/core/zod-setup.ts';
import { mountEngineHost } from './compose.ts';

mountEngineHost();
