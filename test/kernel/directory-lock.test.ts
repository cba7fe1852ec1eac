import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DirectoryHeld, lockDirectory } from '../../src/kernel/directory-lock.js';
import { newFolder } from '../support/scratch.js';

let directory: string;
beforeEach(() => {
  directory = newFolder('lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const lockOf = (holder: object) =>
  writeFileSync(join(directory, 'solieu.lock'), JSON.stringify({ host: hostname(), started: '', ...holder }));

test('a directory that a process holds is refused to others, and the refusal names the process', () => {
  lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(
    new DirectoryHeld(
      `${directory} is held by process ${process.pid}: stop it first, or set DATA_DIR to another directory.`,
    ),
  );
});

test('a released directory can be taken again', () => {
  lockDirectory(directory).release();
  expect(existsSync(join(directory, 'solieu.lock'))).toBe(false);
  lockDirectory(directory).release();
});

test('the lock of a process that is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  lockOf({ pid: gone.pid });
  lockDirectory(directory).release();
});

test('a process that got the number of a dead holder is not the holder', () => {
  lockOf({ pid: process.pid, started: 'another time' });
  lockDirectory(directory).release();
});

test('a lock taken on another machine stands', () => {
  lockOf({ pid: 1, host: 'another-machine' });
  expect(() => lockDirectory(directory)).toThrow('is held by process 1 on another-machine');
});

test('a torn lock file holds nothing', () => {
  writeFileSync(join(directory, 'solieu.lock'), '{"pid":');
  lockDirectory(directory).release();
});
