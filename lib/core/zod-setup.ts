import * as z from 'zod';

// zod probes `new Function`, which an extension page's CSP reports each time. Import this module first in every context.
z.config({ jitless: true });
