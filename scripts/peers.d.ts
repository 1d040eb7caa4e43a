/** Types of the peers that bring none; only what the evaluation calls. */
declare module 'sentiment' {
  export default class Sentiment {
    analyze(text: string): { score: number };
  }
}
declare module 'wink-sentiment' {
  export default function winkSentiment(text: string): { score: number };
}
declare module 'twitter-text' {
  interface Config {
    version: number;
  }
  const twitter: {
    extractUrls(text: string): string[];
    extractMentions(text: string): string[];
    extractHashtags(text: string): string[];
    extractCashtags(text: string): string[];
    parseTweet(text: string, config: Config): { weightedLength: number };
    configs: { version2: Config; version3: Config };
  };
  export default twitter;
}
