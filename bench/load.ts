/**
 * A load of requests over kept-alive connections, one at a time on each. It shares the machine with what it measures, so it
 * writes and reads HTTP itself. Runs on Node's type stripping: only erasable syntax here.
 */
import { connect, type Socket } from 'node:net';

export interface Ask {
  path: string;
  /** POSTed as JSON; GET without. */
  body?: string;
}

export interface Measured {
  /** Answers a second. */
  perSecond: number;
  /** Milliseconds within which 50 and 99 of 100 answers came. */
  p50: number;
  p99: number;
  /** How many answers came. */
  answers: number;
  /** Bytes of an answer on average, its head apart. */
  bytes: number;
}

/** Asks again and again for some seconds; `next` gives each question. An answer other than 200 without errors throws. */
export async function load(
  port: number,
  next: (turn: number) => Ask,
  seconds: number,
  connections: number,
): Promise<Measured> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.open(port)));
  const began = performance.now();
  const ends = began + seconds * 1000;
  const times: number[] = [];
  let turn = 0;
  let bytes = 0;
  const one = async (line: Line): Promise<void> => {
    for (let at = performance.now(); at < ends;) {
      const answer = await line.ask(next((turn += 1)));
      bytes += answer.length;
      const now = performance.now();
      times.push(now - at);
      at = now;
    }
  };
  try {
    await Promise.all(lines.map(one));
  } finally {
    for (const line of lines) line.close();
  }
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const within = (share: number): number => times[Math.floor(times.length * share)] ?? NaN;
  return {
    perSecond: times.length / took,
    p50: within(0.5),
    p99: within(0.99),
    answers: times.length,
    bytes: bytes / times.length,
  };
}

/** The answer to one question. */
export async function answerTo(port: number, ask: Ask): Promise<unknown> {
  const line = await Line.open(port);
  try {
    return JSON.parse((await line.ask(ask)).toString('utf8'));
  } finally {
    line.close();
  }
}

/** One connection. */
class Line {
  #parts: Buffer[] = [];
  #held = 0;
  /** How long the whole answer is, head included; null as long as its head has not come. */
  #length: number | null = null;
  #head = 0;
  #done: ((body: Buffer) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;
  readonly #socket: Socket;
  readonly #port: number;

  private constructor(socket: Socket, port: number) {
    this.#socket = socket;
    this.#port = port;
    socket.on('data', (part: Buffer) => this.#take(part));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(new Line(socket, port)));
      socket.once('error', reject);
    });
  }

  ask({ path, body }: Ask): Promise<Buffer> {
    const host = `host: 127.0.0.1:${this.#port}\r\naccept: application/json\r\n`;
    const sent =
      body === undefined
        ? `GET ${path} HTTP/1.1\r\n${host}\r\n`
        : `POST ${path} HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      this.#socket.write(sent);
    });
  }

  close(): void {
    this.#failed = null;
    this.#socket.destroy();
  }

  #take(part: Buffer): void {
    this.#parts.push(part);
    this.#held += part.length;
    if (this.#length === null && !this.#readHead()) return;
    if (this.#held < this.#length!) return;
    const whole = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const body = whole.subarray(this.#head);
    const [done, failed] = [this.#done!, this.#failed!];
    this.#parts = [];
    this.#held = 0;
    this.#length = null;
    if (whole.toString('latin1', 9, 12) !== '200' || body.subarray(0, 200).includes('"errors"')) {
      failed(new Error(whole.toString('utf8', 0, 1000)));
    } else done(body);
  }

  /** False where more of it has to come. */
  #readHead(): boolean {
    const start = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const end = start.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = start.toString('latin1', 0, end);
    const length = /content-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#failed!(new Error(`An answer without its length is not measured:\n${head}`));
      return false;
    }
    this.#head = end + 4;
    this.#length = this.#head + Number(length);
    return true;
  }
}
