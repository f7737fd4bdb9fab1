/** Ask again while something is waiting: soon at first, then more rarely, and not while the page is hidden. */

const FIRST = 1_500;
const LONGEST = 20_000;
const GROWTH = 1.5;

export interface Poll {
  /** Ask soon, whether or not anything was waiting. */
  wake: () => void;
  stop: () => void;
}

/** Call `ask` until it says that nothing is waiting; `wake` starts anew. */
export function poll(ask: () => Promise<boolean>): Poll {
  let pause = FIRST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let stopped = false;

  function plan(): void {
    clearTimeout(timer);
    if (stopped || !wanted || document.hidden) return;
    timer = setTimeout(() => void turn(), pause);
  }

  async function turn(): Promise<void> {
    wanted = await ask().catch(() => wanted);
    pause = Math.min(pause * GROWTH, LONGEST);
    plan();
  }

  function seen(): void {
    pause = FIRST;
    plan();
  }

  document.addEventListener('visibilitychange', seen);
  return {
    wake: () => {
      wanted = true;
      pause = FIRST;
      plan();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
