import { below, nameOf } from '../../knowledge/images/image-paths';
import type { Build, Stage } from '../build-types';
import { type CopiedItem, readCopied } from '../order/copied';
import { placeText } from '../order/places';
import type { CopyInstruction } from '../syntax/instruction';

/** Whether a COPY or ADD before an instruction brings `/etc/passwd` or `/etc/group`, or may: in the stage or one that it is based on. */
export function bringsAccounts(
  build: Build,
  stage: Stage,
  file: 'passwd' | 'group',
  before = Number.POSITIVE_INFINITY,
): boolean {
  for (let at: Stage | undefined = stage; at; at = at.parent) {
    for (const instruction of at.instructions) {
      if (instruction.index >= before) break;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      if (brings(build, instruction, `/etc/${file}`)) return true;
    }
  }
  return false;
}

function brings(build: Build, copy: CopyInstruction, path: string): boolean {
  const copied = readCopied(build, copy);
  if (!copied) return false;
  if (placeText(copied.directory) === path || copied.directory.root !== '/') return true;
  return copied.items.some((item) => bringsItem(item, path));
}

/** Directories of this name are copied for what a system has in them. */
const ROOTS = /^(?:.*[-_])?(?:rootfs|root|fs|image|install|target|overlay|files|out|dist|etc|sysroot|chroot)$/;

function bringsItem({ word, source, place, tree, whole, archive }: CopiedItem, path: string): boolean {
  const to = placeText(place);
  if (to === path) return true;
  if (!tree || (to !== '/' && to !== '/etc')) return false;
  const name = nameOf(source);
  if (to === '/etc' && below(to, name) === path) return true;
  return (
    whole || archive === true || source === '' || word.value.endsWith('/') || /[*$]/.test(source) || ROOTS.test(name)
  );
}
