import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { requireAdministrator } from '../administrator.ts';
import { withApp } from '../open-app.ts';
import type { Outcome } from '../outcome.ts';
import { knownProfiles, readProfilesFile, toFile } from '../profiles-file.ts';
import { differences, importProfiles, type ProfileDifference } from '../profiles-import.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';

interface ImportOptions extends CommonOptions {
  readonly as?: string;
}

export function addProfiles(program: Command): void {
  const profiles = program.command('profiles').description('Move profiles between installations, as JSON.');
  profiles
    .command('export')
    .description('Print all profiles, or write them to a file.')
    .argument('[file]', 'where to write them')
    .option('--json', 'print the result as JSON')
    .action((file: string | undefined, options: CommonOptions) =>
      runCommand(options, (config) =>
        withApp(config, async (app): Promise<Outcome> => {
          const content = toFile(await knownProfiles(app));
          const text = JSON.stringify(content, null, 2);
          if (file === undefined) return { data: content, text };
          await writeFile(file, `${text}\n`);
          const count = content.profiles.length;
          return { data: { file, profiles: count }, text: `Wrote ${count} profiles to ${file}.` };
        }),
      ),
    );
  profiles
    .command('diff')
    .description('Say what an import of a file would change.')
    .argument('<file>', 'an export of profiles')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: CommonOptions) =>
      runCommand(options, async (config) => {
        const content = readProfilesFile(await readFile(file, 'utf8'));
        return withApp(config, async (app) => described(differences(await knownProfiles(app), content)));
      }),
    );
  profiles
    .command('import')
    .description('Save the profiles of a file, all or none. Profiles that it does not name stay.')
    .argument('<file>', 'an export of profiles')
    .option('--as <email>', 'the Global Administrator to act as; by default the first')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: ImportOptions) =>
      runCommand(options, async (config) => {
        const content = readProfilesFile(await readFile(file, 'utf8'));
        return withApp(config, async (app) =>
          described(await importProfiles(app, await requireAdministrator(app, options.as), content)),
        );
      }),
    );
}

function described(found: readonly ProfileDifference[]): Outcome {
  const lines = found.flatMap(({ name, what, changes }) => [
    `${name}: ${what}`,
    ...changes.map(({ field, from, to }) => `  ${field}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`),
  ]);
  return { data: { profiles: found }, text: lines.length > 0 ? lines.join('\n') : 'No difference.' };
}
