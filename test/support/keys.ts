import type { Answer, Server } from './server.js';

interface Key {
  indicator: { code: string };
  territory: { code: string; validFrom: string | null };
  breakdown: { code: string; dimension: { code: string } }[];
  period: { code: string };
  publisher: { code: string };
}

export const KEY = `indicator { code } territory { code validFrom } breakdown { code dimension { code } } period { code } publisher { code }`;

/** The identity of a figure in words: `IIP 56@2025-07-01 INDUSTRY=C 2025-YTD10 DOIT_KHANH_HOA`. */
export function keyOf({ indicator, territory, breakdown, period, publisher }: Key): string {
  const place = territory.code + (territory.code === '56' && territory.validFrom ? `@${territory.validFrom}` : '');
  const items = breakdown.map(({ code, dimension }) => `${dimension.code}=${code}`);
  return [indicator.code, place, ...items, period.code, publisher.code].join(' ');
}

/** The figures that `observations(…)` lists, in words. */
export async function figuresIn(server: Server, args: string): Promise<string[]> {
  const answer: Answer<{ observations: { nodes: Key[] } }> = await server.ask(
    `{ observations(${args}) { nodes { ${KEY} } } }`,
  );
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return answer.data.observations.nodes.map(keyOf);
}
