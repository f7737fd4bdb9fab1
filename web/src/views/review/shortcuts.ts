/** The keys of reviewing. Nothing is decided while the editor is open; `e` and a field still turn it. */

import { t } from '$/i18n/t';
import type { Shortcut } from '$/state/keys.svelte';
import { EDIT_FIELDS, FIELD_KEYS } from '../shared/draft';
import type { Reviewing } from './reviewing.svelte';

export interface Dialogs {
  grade: () => void;
  comment: () => void;
}

export function shortcutsOf(reviewing: Reviewing, dialogs: Dialogs): Shortcut[] {
  const calm = (run: () => void) => () => {
    if (!reviewing.editing.open) run();
  };
  const edits = EDIT_FIELDS.map((field) => ({
    key: `e ${FIELD_KEYS[field]}`,
    words: t('review.editField', { field: t(`field.${field}`) }),
    run: () => reviewing.edit(field),
  }));
  return [
    { key: 'a', words: t('review.accept'), run: calm(() => reviewing.accept()) },
    { key: 'r', words: t('review.reject'), run: calm(() => reviewing.reject()) },
    { key: 'j', words: t('review.next'), run: calm(() => void reviewing.step(1)) },
    { key: 'k', words: t('review.previous'), run: calm(() => void reviewing.step(-1)) },
    { key: 'm', words: t('review.mergeHelp'), run: calm(() => reviewing.merge()) },
    { key: 'x', words: t('review.neverHelp'), run: calm(() => reviewing.never()) },
    { key: 's', words: t('review.splitHelp'), run: calm(() => reviewing.split()) },
    { key: 'g', words: t('review.grade'), run: calm(dialogs.grade) },
    { key: 'c', words: t('review.comment'), run: calm(dialogs.comment) },
    { key: 'u', words: t('review.undo'), run: calm(() => void reviewing.judging.undo()) },
    { key: 'n', words: t('review.nextTelling'), run: calm(() => void reviewing.open.step(1)) },
    { key: 'p', words: t('review.previousTelling'), run: calm(() => void reviewing.open.step(-1)) },
    ...edits,
  ];
}
