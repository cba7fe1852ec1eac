import { ArgsType, Field, InputType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { OrderDirectionEnum } from '../../kernel/order-direction.type.js';
import { PageArgs } from '../../kernel/page.js';
import type { ProjectKind, ProjectStage } from './project.entity.js';
import { ProjectKindEnum, ProjectStageEnum } from './project.type.js';

@InputType({ description: 'Which projects. Entries of one list are alternatives; different fields all hold.' })
export class ProjectFilter {
  @Field(() => [ProjectKindEnum], { nullable: true, description: 'Only projects of these kinds.' })
  kinds?: ProjectKind[] | null;

  @Field(() => [ProjectStageEnum], { nullable: true, description: 'Only projects last known to be at these stages.' })
  stages?: ProjectStage[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only projects in these territories and all that ever lay in them: `58` means the unit that bears the code today, else the last that bore it, with the area of its predecessors; `56@2024-06-06` the one of that day.',
  })
  territories?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only projects whose name has words that begin with these; no diacritics needed. Where no project has them, names that resemble it.',
  })
  search?: string | null;
}

export const ProjectOrderFieldEnum = describedEnum(
  'ProjectOrderField',
  'What projects are ordered by; ties go by name. Projects of which it is not known stand last.',
  {
    NAME: 'By Vietnamese name, as in a Vietnamese dictionary.',
    AREA: 'By `areaHectares`.',
    CAPACITY: 'By `capacityMegawatts`.',
    STAGE_DATE: 'By the last possible day of `stageOn`.',
  },
);

@InputType({ description: 'How projects are ordered.' })
export class ProjectOrder {
  @Field(() => ProjectOrderFieldEnum, { description: 'By what.' })
  field!: keyof typeof ProjectOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which way; ties always run upwards.' })
  direction!: keyof typeof OrderDirectionEnum;
}

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => ProjectFilter, { nullable: true, description: 'Which projects; without it, all.' })
  filter?: ProjectFilter | null;

  @Field(() => ProjectOrder, {
    nullable: true,
    description: 'In which order; without it the closest to the search first, else by name.',
  })
  orderBy?: ProjectOrder | null;
}
