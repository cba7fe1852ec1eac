import { ProjectKindEnum, ProjectStageEnum } from '../features/projects/project.type.js';
import { DecimalScalar } from '../kernel/scalars.js';
import { capital, progress, project } from '../../seeds/rows-projects.js';
import { projectRules } from '../../seeds/rules-events.js';
import { citation, date, field, flag, located, multiplier, names, qualifier, slugField, twoTexts } from './fields.js';
import type { Noun } from './noun.js';

const OF_PROJECT = field('Slug of the project.', 'ccn-thap-cham', { refers: 'project' });
const inProject = { scope: ['project'], listedBy: ['project'] };

export const PROJECTS: Noun = {
  name: 'projects',
  description: 'Industrial clusters and parks, energy and commercial projects.',
  table: 'project',
  shape: project,
  identity: [['slug']],
  rules: projectRules,
  fields: {
    slug: slugField('project', 'ccn-thap-cham'),
    ...names('Name of the project.', 'Cụm công nghiệp Tháp Chàm'),
    kind: field('What is being built.', 'INDUSTRIAL_CLUSTER', { takes: ProjectKindEnum }),
    stage: field('How far it has come; empty where not known.', 'OPERATING', { takes: ProjectStageEnum }),
    stage_on: date('When it was at that stage.', '2024-02'),
    stage_inferred: flag('Whether that date was inferred.'),
    established_on: date('When it was established by a decision.'),
    area_hectares: field('Its area in hectares, as printed.', '23.48', { takes: DecimalScalar }),
    planned_area_hectares: field('Its planned area in hectares, as printed.', '', { takes: DecimalScalar }),
    ...twoTexts('area_note', 'Remark on its area.'),
    capacity_megawatts: field('Its capacity in megawatts, as printed.', '', { takes: DecimalScalar }),
    ...twoTexts('investor', 'Its investor, as printed.'),
    ...located,
    ...twoTexts('note', 'Remark.'),
    ...citation,
  },
};

export const PROJECT_CAPITALS: Noun = {
  name: 'project-capitals',
  description:
    'Capital of projects as documents state it. One is told apart by its project, date, unit, decision and document; another is a further version.',
  table: 'project_capital',
  shape: capital,
  identity: [['project', 'stated_on', 'unit', 'decision', 'source']],
  ...inProject,
  fields: {
    project: OF_PROJECT,
    stated_on: date('When it was stated.', '2024'),
    stated_inferred: flag('Whether that date was inferred.'),
    value: field('The number, as printed.', '472.2', { takes: DecimalScalar }),
    unit: field('Code of its unit.', 'VND', { refers: 'unit' }),
    unit_multiplier: multiplier('number'),
    qualifier: qualifier('number'),
    is_preliminary: flag('Whether it is preliminary.'),
    decision: field('Number of the decision that sets it.', '1419'),
    ...twoTexts('note', 'Remark.'),
    ...citation,
  },
};

export const PROJECT_PROGRESS: Noun = {
  name: 'project-progress',
  description:
    'What was said of the progress of projects. A note is told apart by its project, date and document; another is one more.',
  table: 'project_progress',
  shape: progress,
  identity: [['project', 'noted_on', 'source']],
  ...inProject,
  fields: {
    project: OF_PROJECT,
    noted_on: date('When it was said.', '2024-02'),
    noted_inferred: flag('Whether that date was inferred.'),
    ...twoTexts('text', 'What was said.', 'Hạ tầng đã xong và lấp đầy 100%.'),
    ...citation,
  },
};
