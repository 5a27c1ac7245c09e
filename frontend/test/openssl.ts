import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder to run other programs in, which is gone after the test. */
export class Workshop {
  readonly dir = mkdtempSync(join(tmpdir(), 'shomei-test-'));

  openssl(...args: string[]): void {
    this.run('openssl', args);
  }

  /** A command as people type it. */
  shell(command: string): string {
    return this.run('sh', ['-ec', command]);
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(this.dir, name)));
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.dir, name), content);
  }

  close(): void {
    rmSync(this.dir, { recursive: true });
  }

  private run(program: string, args: readonly string[]): string {
    return execFileSync(program, args, { cwd: this.dir, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  }
}
