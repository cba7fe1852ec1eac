import { type Actor, may } from '../../kernel/actor.js';

export const mayManageKeys = (actor: Actor): boolean => may(actor, 'ADMIN');
