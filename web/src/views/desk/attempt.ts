import { asProblem, type Problem } from '$/api/problem';
import { toasts } from '$/state/toasts.svelte';

/** Do something on the server; where it refuses, say so at the foot of the page. */
export async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  return (await problemIn(act, (problem) => toasts.say(problem.message, { bad: true }))) === null;
}

/** Do something on the server and give back what went wrong, if anything. */
export async function problemIn(
  act: () => Promise<unknown>,
  tell: (problem: Problem) => void = () => {},
): Promise<Problem | null> {
  try {
    await act();
    return null;
  } catch (fault) {
    const problem = asProblem(fault);
    tell(problem);
    return problem;
  }
}
