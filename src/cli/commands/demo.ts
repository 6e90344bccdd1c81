import type { Command } from 'commander';
import { seedDemo } from '../../server/demo/seed-demo.ts';
import { withApp } from '../open-app.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Make the demo company in an empty database.')
    .option('--json', 'print the result as JSON')
    .action((options: CommonOptions) =>
      runCommand(options, (config) =>
        withApp(config, async (app) => {
          const made = await seedDemo(app);
          const text = made ? 'The demo company is made.' : 'The demo company is there already.';
          return { data: { made }, text: `${text} Start it with: AMBIT_DEMO=1 npx ambit start` };
        }),
      ),
    );
}
