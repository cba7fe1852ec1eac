import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Change } from './change.type.js';
import { Print } from './print.type.js';

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => Print, { nullable: true, description: 'The print that states it; null when there is none.' })
  print(@Root() change: Change): Print | null {
    return change.statedBy as Print | null;
  }
}
