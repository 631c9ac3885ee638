import type { Rule } from '../rule';
import { apk } from './apk';
import { aptGet } from './apt-get';
import { dnf } from './dnf';
import { gem } from './gem';
import { go } from './go';
import { npm } from './npm';
import { pip } from './pip';
import { yum } from './yum';
import { zypper } from './zypper';

export const pinningRules: readonly Rule[] = [apk, aptGet, dnf, gem, go, npm, pip, yum, zypper];
