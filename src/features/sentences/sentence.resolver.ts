import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import { InLanguage } from '../../kernel/translated.js';
import { Observation } from '../observations/observation.type.js';
import { attainmentLoader } from '../plans/attainment.loader.js';
import { changeTold, factsOf } from './facts-of.js';
import { sentence } from './sentence.js';

@Resolver(() => Observation)
export class SentenceResolver {
  @FieldResolver(() => String, {
    description:
      'The figure as a sentence, ready to print: what, where and when, the value or why there is none, with its status, one change and the share of plan. Each number has the printed digits, written the way of the language, and names the publisher and the date of the document that states it; a number that was computed says so. Of the changes it tells the first that is printed on the same period of last year, the previous period, December, a yearly average, the base period; without one, that on last year where it can be computed.',
  })
  async sentence(
    @Root() observation: Observation,
    @InLanguage() language: Language,
    @Ctx() context: Context,
  ): Promise<string> {
    const [plans, change] = await Promise.all([
      attainmentLoader(context, observation.parts.asOf).load(observation),
      changeTold(context, observation),
    ]);
    return sentence(factsOf(observation, plans, change, language), language);
  }
}
