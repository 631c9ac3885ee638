import express from 'express';
import { id } from '@acme/shared';
import { readFileSync } from 'fs';
express().get('/', (_q, r) => { r.send(`id ${id()} ${readFileSync('packages/api/messages.txt', 'utf8')}`); }).listen(process.env.PORT);
