import { expect, test } from 'vitest';
import { mailApprovals, readApprovals } from '../gallery/data/alike.ts';
import { reviewHash } from './needs-you.ts';

const [reads, mails] = [readApprovals(0), mailApprovals(0)];

test.each([
  ['the run that the person began, where one thing waits', reads[0], reads, '#/run/run-tree'],
  ['that run also when it was answered in the meantime', reads[0], [], '#/run/run-tree'],
  ['all that waits, where it is more than one thing', reads[0], [...reads, ...mails], '#/needs'],
  ['all that waits, where the question is gone', undefined, reads, '#/needs'],
])('leads to %s', (_, approval, open, hash) => {
  expect(reviewHash(approval, open)).toBe(hash);
});
