import type { Socket } from 'node:net';

/** Takes each line that arrives as the JSON that it is. A line that is none, or is endless, ends the connection. */
export function onJsonLines(socket: Socket, longest: number, take: (message: unknown) => void): void {
  let pieces: string[] = [];
  let length = 0;
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    const [first = '', ...more] = part.split('\n');
    pieces.push(first);
    length += first.length;
    if (length > longest) socket.destroy();
    if (more.length === 0) return;
    const rest = more.pop()!;
    const lines = [pieces.join(''), ...more];
    [pieces, length] = [[rest], rest.length];
    for (const line of lines) takeLine(socket, line, take);
  });
}

function takeLine(socket: Socket, line: string, take: (message: unknown) => void): void {
  if (socket.destroyed) return;
  try {
    take(JSON.parse(line));
  } catch {
    socket.destroy();
  }
}

export const sendJson = (socket: Socket, message: object): void => {
  if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
};
