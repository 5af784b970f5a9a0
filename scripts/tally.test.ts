import { describe, expect, it } from 'vitest';
import { add, countReport, one } from './tally.ts';

describe('counting a report of vitest', () => {
  it('counts tests, and a file that did not load as one failure', () => {
    const report = {
      numPassedTests: 3,
      numPendingTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countReport(JSON.stringify(report))).toEqual({ passed: 3, failed: 3, notRun: 1 });
  });

  it('adds up', () => {
    expect(add(one(true), one(false))).toEqual({ passed: 1, failed: 1, notRun: 0 });
  });
});
