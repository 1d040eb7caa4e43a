/** The visible words in three languages; the adapter must not depend on them. */
export const WORDS = {
  en: { post: 'Post', reply: 'Reply', all: 'Post all', placeholder: 'What’s happening?', replyTo: 'Post your reply', sent: 'Your post was sent.', view: 'View', schedule: 'Schedule post', confirm: 'Confirm', failed: 'Something went wrong. Try again.' },
  de: { post: 'Posten', reply: 'Antworten', all: 'Alle posten', placeholder: 'Was gibt’s Neues?', replyTo: 'Poste deine Antwort', sent: 'Dein Post wurde gesendet.', view: 'Anzeigen', schedule: 'Post planen', confirm: 'Bestätigen', failed: 'Etwas ist schiefgegangen. Versuche es noch einmal.' },
  pt: { post: 'Postar', reply: 'Responder', all: 'Postar tudo', placeholder: 'O que está acontecendo?', replyTo: 'Postar sua resposta', sent: 'Seu post foi enviado.', view: 'Ver', schedule: 'Programar post', confirm: 'Confirmar', failed: 'Algo deu errado. Tente de novo.' },
};
export type Words = (typeof WORDS)['en'];
