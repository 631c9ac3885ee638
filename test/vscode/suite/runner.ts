import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { type Report, reportVariable } from './protocol';

interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];
const patience = 30_000;

/** Adds a test; they run one after the other, in the order in which they were added. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Thrown by a test that cannot run in this host. */
export class Skip extends Error {}

/** Runs all tests, reports each, and throws if one failed: that is what an editor takes for a failed run. */
export async function runTests(afterEach: () => Promise<void>): Promise<void> {
  report({ kind: 'begin', editor: `${vscode.env.appName} ${vscode.version}`, tests: tests.length });
  let passed = 0;
  let failed = 0;
  for (const { name, body } of tests) {
    const started = Date.now();
    const error = await outcome(async () => {
      await body();
      await afterEach();
    });
    const milliseconds = Date.now() - started;
    if (error === undefined) {
      passed += 1;
      report({ kind: 'passed', test: name, milliseconds });
      continue;
    }
    if (error instanceof Skip) {
      report({ kind: 'skipped', test: name, because: error.message });
    } else {
      failed += 1;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      report({ kind: 'failed', test: name, milliseconds, error: text });
    }
    await outcome(afterEach);
  }
  report({ kind: 'end', passed, failed });
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed.`);
}

/** What went wrong, or undefined. */
async function outcome(work: () => Promise<void>): Promise<unknown> {
  try {
    await withTimeout(work());
    return undefined;
  } catch (error) {
    return error ?? new Error('Nothing was thrown.');
  }
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${patience / 1000} s.`)), patience);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function report(line: Report): void {
  const path = process.env[reportVariable];
  if (!path) throw new Error(`${reportVariable} is not set: start the suite with test/vscode/run.ts.`);
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}
