import { type Actor, may } from '../kernel/actor.js';

export const mayFillDrafts = (actor: Actor): boolean => may(actor, 'EDITOR');
