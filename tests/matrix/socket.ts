/** Just enough of RFC 6455 to hear what a page says on a WebSocket: the handshake and masked text frames. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;

/** Answers the handshake and calls `said` for every whole text frame up to 64 KB. */
export function acceptSocket(request: IncomingMessage, socket: Duplex, said: (text: string) => void): void {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key'] ?? ''}${GUID}`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let waiting = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const [first = 0, second = 0] = waiting;
      const short = second & 0x7f;
      const start = short === 126 ? 4 : 2;
      if (waiting.length < start + 4 || short === 127) return;
      const length = short === 126 ? waiting.readUInt16BE(2) : short;
      if (waiting.length < start + 4 + length) return;
      const mask = waiting.subarray(start, start + 4);
      const payload = Buffer.from(waiting.subarray(start + 4, start + 4 + length)).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      if ((first & 0x0f) === TEXT) said(Buffer.from(payload).toString('utf8'));
      waiting = waiting.subarray(start + 4 + length);
    }
  });
}
