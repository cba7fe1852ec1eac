import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../kernel/connection.js';
import type { Page } from '../../kernel/page.js';
import { FindingType } from './finding.type.js';

/** No connection: a finding is nothing that stays, and has no id to be found by. */
@ObjectType('FindingPage', { description: 'A page of what the data checks found.' })
export class FindingPage {
  constructor(private readonly page: Page<FindingType>) {}

  @Field(() => [FindingType], { simple: true, description: 'The findings of the page: errors first, then by check and figure.' })
  get nodes(): FindingType[] {
    return this.page.nodes;
  }

  @Field(() => PageInfo, { simple: true, description: 'Where the page stands in the list: `after` takes its `endCursor`.' })
  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }

  @Field(() => Int, { description: 'How many the whole list holds, whatever the page.' })
  totalCount(): number | Promise<number> {
    return this.page.count();
  }
} // prettier-ignore
