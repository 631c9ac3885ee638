import type { Rule } from '../rule';
import { lastUserRoot } from './last-user-root';
import { missingUser } from './missing-user';
import { userCreatedUnused } from './user-created-unused';
import { userExplicitGroup } from './user-explicit-group';
import { userNotNumeric } from './user-not-numeric';

export const securityRules: readonly Rule[] = [
  lastUserRoot,
  missingUser,
  userCreatedUnused,
  userExplicitGroup,
  userNotNumeric,
];
