import { t } from '$/i18n/t';

/** What went wrong, in the one shape the API gives it (RFC 9457); `message` is for people. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly facts: Record<string, unknown>;

  constructor(status: number, title: string, detail: string, facts: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.facts = facts;
  }
}

/** Not a status of HTTP: no answer came at all. */
const NONE = 0;

export function unreachable(): Problem {
  return new Problem(NONE, t('problem.unreachable'), t('problem.unreachableDetail'));
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: Record<string, unknown> = await response.json().catch(() => ({}));
  const title = typeof body.title === 'string' ? body.title : t('problem.failed');
  const detail =
    typeof body.detail === 'string'
      ? body.detail
      : t('problem.unread', { status: String(response.status) });
  return new Problem(response.status, title, detail, body);
}

/** Tell whether it was we who stopped waiting. */
export function isAbort(fault: unknown): boolean {
  return fault instanceof DOMException && fault.name === 'AbortError';
}

export function asProblem(fault: unknown): Problem {
  if (fault instanceof Problem) return fault;
  return new Problem(
    NONE,
    t('problem.failed'),
    fault instanceof Error ? fault.message : String(fault),
  );
}
