/** As much of RFC 6455 as a practice chat needs: takes text and binary messages of up to 64 KB. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** One whole frame from the front of `data`, or null when more has to come. */
function take(data: Buffer): { opcode: number; body: Buffer; rest: Buffer } | null {
  if (data.length < 6) return null;
  const short = (data[1] ?? 0) & 127;
  const at = short === 126 ? 4 : 2;
  const size = short === 126 ? data.readUInt16BE(2) : short;
  if (data.length < at + 4 + size) return null;
  const mask = data.subarray(at, at + 4);
  const body = Buffer.from(data.subarray(at + 4, at + 4 + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { opcode: (data[0] ?? 0) & 15, body, rest: data.subarray(at + 4 + size) };
}

/** Answers every upgrade of this server. `heard` gets each message as text and the path it came to. The result ends all of them. */
export function acceptSockets(server: Server, heard: (text: string, path: string) => void): () => void {
  const streams = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key'] ?? ''}${MAGIC}`).digest('base64');
    const protocol = request.headers['sec-websocket-protocol'];
    stream.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ''}\r\n`);
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
    let data = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => {
      data = Buffer.concat([data, chunk]);
      for (let next = take(data); next; next = take(data)) {
        data = Buffer.from(next.rest);
        if (next.opcode === 8) stream.end();
        else if (next.opcode < 3) heard(next.body.toString('utf8'), request.url ?? '/');
      }
    });
    stream.on('error', () => stream.destroy());
  });
  return () => {
    for (const stream of streams) stream.destroy();
  };
}
