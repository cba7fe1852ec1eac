import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CompiledQuery } from 'graphql-jit';

/** An operation that was valid, compiled, and answered without an error. */
export interface KnownOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  query: CompiledQuery['query'];
  /** What it costs, where that is the same whatever its variables are. */
  cost?: number;
}

/** What strangers may make a server remember: so many documents, and so many characters of them. */
const MOST = 500;
const MOST_CHARACTERS = 500_000;

/** Documents by their text, and in each its operations by the name that they were asked by. */
export class KnownDocuments {
  readonly #known = new LRUCache<string, Map<string | undefined, KnownOperation>>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  get count(): number {
    return this.#known.size;
  }

  find(text: string, name: string | undefined): KnownOperation | undefined {
    return this.#known.get(text)?.get(name);
  }

  learn(text: string, name: string | undefined, operation: KnownOperation): void {
    const operations = this.#known.get(text);
    if (operations) operations.set(name, operation);
    else this.#known.set(text, new Map([[name, operation]]));
  }

  forget(text: string): void {
    this.#known.delete(text);
  }
}
