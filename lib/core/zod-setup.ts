import * as z from 'zod/mini';

// Import this module first in every context. zod probes `new Function`, which an extension page's CSP reports each time; and its
// small build says only "Invalid input" of a mistake, where a model or a person needs to know what to mend.
z.config({ ...z.locales.en(), jitless: true });
