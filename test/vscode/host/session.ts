/** One window of VS Code in which one folder of tests runs, wherever that window is. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, SuiteReport } from '../suite/report.ts';

export interface Session {
  /** A folder of `test/vscode/suite`. */
  readonly suite: string;
  /** What the window opens: a copy of this folder. */
  readonly folder: string;
  /** The folder is opened as a file system that lies on no disk. */
  readonly isVirtual?: true;
  /** Nobody has said that the folder is trusted. */
  readonly isUntrusted?: true;
  /** Only the tests whose title holds this. */
  readonly only?: string;
}

/** What a window needs, in a temporary folder of its own. */
export interface PreparedSession {
  readonly temporary: string;
  /** A folder, or a `.code-workspace`. */
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What the tests have told so far. */
  readonly report: () => SuiteReport;
  readonly remove: () => void;
}

/** In milliseconds. */
export const endsWithin = 240_000;

export function prepare(session: Session): PreparedSession {
  const temporary = mkdtempSync(join(tmpdir(), 'policy-records-vscode-'));
  const folder = join(temporary, 'workspace');
  cpSync(session.folder, folder, { recursive: true });
  const file = join(temporary, 'report.json');
  let last: SuiteReport = { outcomes: [], finished: false };
  return {
    temporary,
    workspace: session.isVirtual ? virtualWorkspace(temporary) : folder,
    environment: {
      POLICY_RECORDS_TEST_REPORT: file,
      POLICY_RECORDS_TEST_MIRROR: folder,
      ...(session.only !== undefined && { POLICY_RECORDS_TEST_GREP: session.only }),
    },
    report() {
      last = read(file) ?? last;
      return last;
    },
    remove: () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** What came of each test. A host that ends too early, or runs no test, is a failure of its own. */
export function outcomesOf({ outcomes, finished }: SuiteReport, said: string): readonly Outcome[] {
  if (finished && outcomes.length > 0) return outcomes;
  const problem = `The extension host ended before its tests did. What was said last:\n${said.slice(-4000)}`;
  return [...outcomes, { title: 'the tests run to their end', milliseconds: endsWithin, problem }];
}

/** A workspace whose one folder the extension in `runner` serves. */
function virtualWorkspace(temporary: string): string {
  const file = join(temporary, 'virtual.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ uri: 'mirror:/' }] }));
  return file;
}

/** Undefined where it is not written yet, or half. */
function read(file: string): SuiteReport | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteReport;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
