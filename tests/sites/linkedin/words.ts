export const WORDS = {
  en: { start: 'Start a post', post: 'Post', anyone: 'Post to Anyone', schedule: 'Schedule post', talk: 'What do you want to talk about?', comment: 'Comment', reply: 'Reply', add: 'Add a comment…', sent: 'Post successful.', view: 'View post', failed: 'Something went wrong.', media: 'Add media' },
  de: { start: 'Beitrag beginnen', post: 'Posten', anyone: 'Für alle sichtbar', schedule: 'Beitrag planen', talk: 'Worüber möchten Sie sprechen?', comment: 'Kommentieren', reply: 'Antworten', add: 'Kommentar hinzufügen…', sent: 'Beitrag veröffentlicht.', view: 'Beitrag anzeigen', failed: 'Es ist ein Fehler aufgetreten.', media: 'Medien hinzufügen' },
  pt: { start: 'Comece uma publicação', post: 'Publicar', anyone: 'Publicar para todos', schedule: 'Programar publicação', talk: 'Sobre o que você quer falar?', comment: 'Comentar', reply: 'Responder', add: 'Adicionar comentário…', sent: 'Publicação enviada.', view: 'Ver publicação', failed: 'Algo deu errado.', media: 'Adicionar mídia' },
};
export type Words = (typeof WORDS)['en'];
