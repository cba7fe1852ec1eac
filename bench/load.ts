/** A load of requests over kept-alive connections. Runs on Node's type stripping: only erasable syntax here. */
import { Agent, request } from 'node:http';

export interface Ask {
  port: number;
  path: string;
  /** POSTed as JSON; GET without. */
  body?: string;
}

export interface Measured {
  /** Answers a second. */
  perSecond: number;
  /** Milliseconds within which 99 of 100 answers came. */
  p99: number;
  /** Bytes of one answer. */
  bytes: number;
}

/** Asks again and again for some seconds; `next` gives each question. An answer other than 200 without errors throws. */
export async function load(next: (turn: number) => Ask, seconds: number, connections = 16): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ends = performance.now() + seconds * 1000;
  const times: number[] = [];
  let bytes = 0;
  let turn = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < ends) {
      const began = performance.now();
      bytes = await ask(next((turn += 1)), agent);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? NaN, bytes };
}

function ask({ port, path, body }: Ask, agent: Agent): Promise<number> {
  const headers =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, agent, method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts);
          if (response.statusCode !== 200 || text.includes('"errors"'))
            reject(new Error(text.toString('utf8', 0, 500)));
          else resolve(text.length);
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
