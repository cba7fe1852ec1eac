import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick, pickIfAny } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Citation } from '../sources/citation.type.js';

@ObjectType({ implements: Node, description: 'A standard that products or producers are certified by.' })
export class Standard extends Node {
  constructor(readonly row: { code: string; name_vi: string; name_en: string | null }) {
    super();
  }

  get id(): string {
    return globalId('Standard', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `VIETGAP`, `HACCP`, `ISO_22000`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }
}

export interface CertificateRow {
  producer_id: number | null;
  number: string | null;
  issuer_vi: string | null;
  issuer_en: string | null;
  issued_on: string | null;
  valid_until: string | null;
}

@ObjectType({
  description: 'That a product, or everything that its producer makes, was certified by a standard.',
})
export class Certificate {
  constructor(
    readonly row: CertificateRow,
    private readonly by: Standard,
    private readonly cited: Citation | null,
  ) {}

  @Field(() => Standard, { simple: true, description: 'The standard.' })
  get standard(): Standard {
    return this.by;
  }

  @Field(() => Boolean, { simple: true, description: 'Whether it is of the producer, not of this product alone.' })
  get isOfProducer(): boolean {
    return this.row.producer_id !== null;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Its number; null where not told.' })
  get number(): string | null {
    return this.row.number;
  }

  @Field(() => String, { nullable: true, description: 'Who issued it; null where not told.' })
  issuer(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.issuer_vi, this.row.issuer_en);
  }

  @Field(() => UncertainDateType, { simple: true, nullable: true, description: 'First day; null where not told.' })
  get issuedOn(): UncertainDate | null {
    return this.row.issued_on === null ? null : parseUncertainDate(this.row.issued_on);
  }

  @Field(() => UncertainDateType, { simple: true, nullable: true, description: 'Last day; null where not told.' })
  get validUntil(): UncertainDate | null {
    return this.row.valid_until === null ? null : parseUncertainDate(this.row.valid_until);
  }

  @Field(() => Citation, { simple: true, nullable: true, description: 'Where it is written; null where not told.' })
  get citation(): Citation | null {
    return this.cited;
  }
}
