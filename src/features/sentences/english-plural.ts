/** Whether a name takes a plural verb: its last noun before *of*, *in*, a comma or a bracket does. */
export function isPlural(name: string): boolean {
  const [head = ''] = name.split(/ of | in | for |[,(]/);
  const words = head.trim().split(' ');
  const noun = words.findLast((word) => !word.endsWith('ed')) ?? head;
  return /[^su]s$/.test(noun) && !noun.endsWith('is');
}

/** The regular plural of a noun, which the names of counted units are. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
