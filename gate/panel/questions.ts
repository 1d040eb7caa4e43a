/** The small questions inside the card: what an act costs is said before it is done (BI7, RL2, QU8). */
import type { CardModel, Form, Question } from './model';
import { allOf, keyOf, quoted, signedBy } from './words';

/** The question behind a form, or null when it does not apply to this card. */
export function question(form: Form, { view, findings }: CardModel): Question | null {
  if (!view) return null;
  const signed = allOf(signedBy(view));
  switch (form) {
    case 'edit':
      return { text: signed ? `An edit drops ${signed}’s approval.` : `An edit becomes version ${view.revision + 1}, and the review starts again with it.`, yes: 'Edit', no: 'Leave as it is', send: () => ({ kind: 'edit' }) };
    case 'recall':
      return { text: 'Taking it back ends the review. The text stays in the composer.', yes: 'Take back', no: 'Keep waiting', send: () => ({ kind: 'recall' }) };
    case 'note':
      return { field: { label: 'Note to approver', hint: 'Only approvers see this. It can never be published.', value: view.note }, yes: 'Save note', no: 'Cancel', send: (text) => ({ kind: 'note', text }) };
    case 'there':
      return { field: { label: 'Address of the post, if known', hint: 'Kept in the record.' }, yes: 'Record as posted', no: 'Back', send: (value) => ({ kind: 'resolve', there: true, permalink: value || null }) };
    case 'absent':
      return { text: 'Only when it cannot be found on the account. Another try then needs a fresh approval.', yes: 'Record as not posted', no: 'Back', send: () => ({ kind: 'resolve', there: false, permalink: null }) };
    default: {
      const finding = findings?.list.find((one) => `answer:${keyOf(one)}` === form);
      if (!finding) return null;
      const words = quoted(finding, view.text);
      return { field: { label: words ? `Why “${words}” can stay` : 'Why it can stay', hint: 'Only approvers see this. It can never be published.', needed: true }, yes: 'Save answer', no: 'Cancel',
        send: (text) => ({ kind: 'answer', finding, answer: 'justified', text }),
        other: { label: 'The flag is wrong', action: { kind: 'answer', finding, answer: 'false_alarm', text: '' } } };
    }
  }
}
