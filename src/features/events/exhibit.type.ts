import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { Node } from '../../kernel/node.js';
import { Producer } from '../producers/producer.type.js';
import { Citation } from '../sources/citation.type.js';
import { EventZone } from './event-scale.type.js';

export interface ExhibitRow {
  id: number;
  event_id: number;
  booth: string | null;
}

/** What an exhibit is joined to. */
export interface ExhibitLinks {
  producer: Producer;
  zone: EventZone | null;
  citation: Citation | null;
}

@ObjectType({
  implements: Node,
  description: 'That a producer shows something at an event. What is not known is null.',
})
export class Exhibit extends Node {
  constructor(
    readonly row: ExhibitRow,
    private readonly links: ExhibitLinks,
  ) {
    super();
  }

  get id(): string {
    return globalId('Exhibit', this.row.id);
  }

  @Field(() => Producer, { simple: true, description: 'Who shows.' })
  get producer(): Producer {
    return this.links.producer;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Number of the booth.' })
  get booth(): string | null {
    return this.row.booth;
  }

  @Field(() => EventZone, { simple: true, nullable: true, description: 'The part of the booths in which it stands.' })
  get zone(): EventZone | null {
    return this.links.zone;
  }

  @Field(() => Citation, { simple: true, nullable: true, description: 'Where it is written of.' })
  get citation(): Citation | null {
    return this.links.citation;
  }
}
