import { Migration } from '@mikro-orm/migrations';
import { citation, counted, id, named, namedIndexes, partialDate, qualifier, slug } from './statements.js';

/** Industrial clusters and parks, energy and commercial projects; and that what the catalogue cites is public. */
export class Projects extends Migration {
  override name = '0005-projects';

  override up(): void {
    for (const statement of [...projects, ...counted(tables), ...citations]) this.addSql(statement);
  }
}

const tables = ['project', 'project_capital', 'project_progress'];

const projects = [
  `create table project (
    id ${id},
    slug ${slug},
    ${named()},
    kind text not null check (kind in ('INDUSTRIAL_CLUSTER', 'INDUSTRIAL_PARK', 'ENERGY', 'COMMERCIAL')),
    stage text check (stage in ('PLANNED', 'CALLING_FOR_INVESTORS', 'APPROVED', 'IN_PREPARATION', 'UNDER_WAY',
      'UNDER_CONSTRUCTION', 'ACCEPTANCE', 'OPERATING', 'CANCELLED')),
    ${partialDate('stage_on')},
    stage_inferred boolean not null default false,
    ${partialDate('established_on')},
    area_hectares numeric check (area_hectares > 0 and area_hectares not in ('NaN', 'Infinity')),
    planned_area_hectares numeric check (planned_area_hectares > 0 and planned_area_hectares not in ('NaN', 'Infinity')),
    area_note_vi text,
    area_note_en text,
    capacity_megawatts numeric check (capacity_megawatts > 0 and capacity_megawatts not in ('NaN', 'Infinity')),
    investor_vi text,
    investor_en text,
    territory_id integer references territory,
    place text,
    note_vi text,
    note_en text,
    ${citation}
  )`,
  ...namedIndexes('project'),
  `create index project_by_territory on project (territory_id)`,
  `create table project_capital (
    id ${id},
    project_id integer not null references project on delete cascade,
    position integer not null,
    ${partialDate('stated_on')},
    stated_inferred boolean not null default false,
    value numeric not null check (value >= 0 and value not in ('NaN', 'Infinity')),
    unit_id integer not null references unit,
    unit_multiplier smallint not null check (unit_multiplier in (0, 1, 2, 3, 4, 6, 9, 12, 15)),
    ${qualifier('qualifier')},
    is_preliminary boolean not null default false,
    decision text,
    note_vi text,
    note_en text,
    source_id integer not null references source,
    locator text,
    unique (project_id, position)
  )`,
  `create table project_progress (
    id ${id},
    project_id integer not null references project on delete cascade,
    position integer not null,
    ${partialDate('noted_on')},
    noted_inferred boolean not null default false,
    text_vi text not null,
    text_en text,
    source_id integer not null references source,
    locator text,
    unique (project_id, position)
  )`,
];

/** Tables whose rows cite a source. */
const citing = [
  'producer', 'product_price', 'certificate', 'recognition', 'event_source', 'exhibit', 'project', 'project_capital',
  'project_progress',
]; // prettier-ignore

const isPublicSource = (column: string): string =>
  `exists (select from public_source s where s.source_id = ($1 ->> '${column}')::integer and s.public_from <= clock_timestamp())`;

const recounted = (table: string, column: string): string[] => [
  `drop trigger counted on ${table}`,
  `create trigger counted after insert or update or delete on ${table} for each row
    execute function count_public_change('${isPublicSource(column).replaceAll("'", "''")}')`,
];

/** A document is public by a print whose moment has come, or by a row of the catalogue, which is public when written. */
const citations = [
  `create view public_source as
    select source_id, min(public_from) as public_from from (
      select mentioned_id as source_id, public_from from public_mention where kind = 'SOURCE'
      ${citing.map((table) => `union all select source_id, '-infinity'::timestamptz from ${table} where source_id is not null`).join('\n      ')}
    ) cited group by source_id`,
  `create or replace view public_agency as
    select agency_id, min(public_from) as public_from from (
      select mentioned_id as agency_id, public_from from public_mention where kind in ('PUBLISHER', 'SET_BY')
      union all
      select s.publisher_id, p.public_from from public_source p join source s on s.id = p.source_id
        where s.publisher_id is not null
      union all
      select c.agency_id, p.public_from from public_source p join source_carrier c on c.source_id = p.source_id
    ) named group by agency_id`,
  ...recounted('source', 'id'),
  ...recounted('source_carrier', 'source_id'),
];
