import { type Demo, startDemo } from '../../demo/server.ts';

const PORT = 4180;

/** The demo world on its usual port; where that is taken, most likely by another `npm start`, on any free one. */
export async function openDemo(): Promise<Demo> {
  try {
    return await startDemo({ port: PORT });
  } catch {
    return startDemo();
  }
}
