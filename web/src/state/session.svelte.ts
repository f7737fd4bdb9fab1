import { useCsrf, whenSignedOut } from '$/api/client';
import * as people from '$/api/people';
import type { Session as Answer, Person, Role } from '$/records';

const RANK: Record<Role, number> = { reader: 0, analyst: 1, admin: 2 };

/** Who is signed in. `ready` is false until the server has said so once. */
class Session {
  person = $state<Person | null>(null);
  version = $state('');
  needsSetup = $state(false);
  ready = $state(false);
  /** Set when the server forgot us in the midst of work, for a line on the sign-in page. */
  ended = $state(false);

  /** Tell whether the person may do what the role may. */
  can(role: Role): boolean {
    return this.person !== null && RANK[this.person.role] >= RANK[role];
  }

  async load(): Promise<void> {
    whenSignedOut(() => this.#forget());
    try {
      this.take(await people.session());
    } finally {
      this.ready = true;
    }
  }

  /** Take over what a sign-in answered. */
  take(answer: Answer): void {
    useCsrf(answer.csrf);
    this.person = answer.person;
    this.version = answer.version;
    this.needsSetup = answer.needs_setup;
    this.ended = false;
  }

  async signOut(): Promise<void> {
    await people.signOut();
    this.person = null;
    useCsrf(null);
    this.take(await people.session());
  }

  #forget(): void {
    this.ended = this.person !== null;
    this.person = null;
  }
}

export const session = new Session();

/** Write the link to the sign-in page that comes back to where we are. */
export function signInLink(back: string): string {
  return `/sign-in?next=${encodeURIComponent(back)}`;
}
