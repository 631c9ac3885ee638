import { nanoid } from 'nanoid';
export const id = () => nanoid(8).length;
