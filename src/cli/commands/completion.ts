import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { command, type Call, type Command, type Outcome } from '../command.js';
import { bashScript } from '../completion/bash.js';
import { completionModel, shells, type CompletedCommand, type Listed, type Shell } from '../completion/model.js';
import { powershellScript } from '../completion/powershell.js';
import { zshScript } from '../completion/zsh.js';
import type { FlagTable } from '../flags.js';

const completionFlags = {} as const satisfies FlagTable;

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  powershell: powershellScript,
};

/** `completion`: the script with which a shell completes command lines of these commands. */
export function completionOf(commands: Readonly<Record<string, Listed>>): Command {
  return command({ ...about, run: (call) => run(call, commands) });
}

const about = {
  operands: { placeholder: 'SHELL', least: 1, most: 1 },
  flags: completionFlags,
  details: [
    'SHELL is bash, zsh or powershell. The script completes commands, flags, what flags can be, shipped names, codes and files; it starts nothing. Make it anew with each version of connector-kit.',
    'bash: add to ~/.bashrc  eval "$(connector-kit completion bash)". zsh: add to ~/.zshrc, behind compinit, the same with zsh. PowerShell: add to $PROFILE  connector-kit completion powershell | Out-String | Invoke-Expression.',
  ],
  examples: [
    {
      line: 'connector-kit completion bash > ~/.local/share/bash-completion/completions/connector-kit',
      shows: 'For every bash that starts from now on.',
    },
    { line: 'connector-kit completion zsh > ~/.zfunc/_connector-kit', shows: 'Where ~/.zfunc is in $fpath.' },
  ],
} as const;

async function run(
  { operands: [given = ''], world }: Call<typeof completionFlags>,
  commands: Readonly<Record<string, Listed>>,
): Promise<Outcome> {
  const shell = shells.find((one) => one === given);
  if (shell === undefined) {
    const message = `${shorten(given)} is no shell that there is a script for.${didYouMean(given, shells)}`;
    throw new Fault('called-wrongly', message, { help: `Give ${shells.join(', ')}.` });
  }
  const script = scripts[shell](await completionModel(commands, world));
  return { ok: true, json: () => ({ shell, script }), text: () => script };
}
