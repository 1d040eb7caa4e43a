/**
 * A second person on the channel, speaking raw IRC: what it did not hear was not published.
 * Independent of the application under test and of the page.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export class IrcWitness {
  readonly heard: { from: string; text: string }[] = [];
  #socket: Socket;
  #rest = '';
  #joined: Promise<void>;

  constructor(port: number, channel: string, nick = 'witness') {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.setEncoding('utf8');
    this.#joined = new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once('connect', () => this.#say(`NICK ${nick}\r\nUSER ${nick} 0 * :${nick}`));
      this.#socket.on('data', (chunk: string) => {
        for (const line of this.#lines(chunk)) {
          if (line.startsWith('PING')) this.#say(`PONG${line.slice(4)}`);
          else if (/^:\S+ 001 /.test(line)) this.#say(`JOIN ${channel}`);
          else if (/^:\S+ 366 /.test(line)) resolve();
          else this.#listen(line, channel);
        }
      });
    });
  }

  /** Resolves once it sits on the channel and would hear every message. */
  async joined(): Promise<void> {
    await this.#joined;
  }

  /**
   * Everything said so far. Asks the server first and waits for its answer: IRC keeps its order,
   * so whatever was published before this call has been heard when it returns.
   */
  async said(): Promise<string[]> {
    const token = `t${Date.now()}${Math.random().toString(36).slice(2)}`;
    await new Promise<void>((resolve) => {
      const wait = (chunk: string): void => {
        if (!chunk.includes(token)) return;
        this.#socket.off('data', wait);
        resolve();
      };
      this.#socket.on('data', wait);
      this.#say(`PING :${token}`);
    });
    return this.heard.map((message) => message.text);
  }

  leave(): void {
    this.#socket.destroy();
  }

  #say(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }

  #lines(chunk: string): string[] {
    const parts = (this.#rest + chunk).split('\r\n');
    this.#rest = parts.pop() ?? '';
    return parts;
  }

  #listen(line: string, channel: string): void {
    const match = /^:([^!\s]+)\S* PRIVMSG (\S+) :(.*)$/s.exec(line);
    if (match?.[2]?.toLowerCase() === channel) this.heard.push({ from: match[1] ?? '', text: match[3] ?? '' });
  }
}
