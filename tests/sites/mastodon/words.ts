export const WORDS = {
  en: { placeholder: 'What’s on your mind?', cw: 'Content warning', post: 'Post', reply: 'Reply', update: 'Update', public: 'Public', private: 'Followers', add: 'Add images', edit: 'Edit', sent: 'Post published.', open: 'Open', failed: 'Publishing failed.' },
  de: { placeholder: 'Was gibt’s Neues?', cw: 'Inhaltswarnung', post: 'Veröffentlichen', reply: 'Antworten', update: 'Aktualisieren', public: 'Öffentlich', private: 'Follower', add: 'Bilder hinzufügen', edit: 'Bearbeiten', sent: 'Beitrag veröffentlicht.', open: 'Öffnen', failed: 'Veröffentlichen fehlgeschlagen.' },
  pt: { placeholder: 'No que você está pensando?', cw: 'Aviso de conteúdo', post: 'Publicar', reply: 'Responder', update: 'Atualizar', public: 'Público', private: 'Seguidores', add: 'Adicionar imagens', edit: 'Editar', sent: 'Publicação enviada.', open: 'Abrir', failed: 'A publicação falhou.' },
};
export type Words = (typeof WORDS)['en'];
