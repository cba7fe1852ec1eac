import { type Actor, may } from '../../kernel/actor.js';

export const mayReadAudit = (actor: Actor): boolean => may(actor, 'ADMIN');
