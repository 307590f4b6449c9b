import { flagGroups, groupsOf, type CommandGroup, type FlagGroup } from './by-flag.js';
import type { CompletedCommand, Takes } from './model.js';
import { filledHoles } from './with-holes.js';

const script = String.raw`# Completion of connector-kit for PowerShell. Made by: connector-kit completion powershell

Register-ArgumentCompleter -Native -CommandName 'connector-kit', 'connector-kit.cmd', 'connector-kit.ps1' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $commands = [ordered]@{
<<FIRST>>
  }
  $groups = @{
<<GROUPS>>
  }
  $flags = @{
<<FLAGS>>
  }
  # What a flag takes: words, and whether all words up to the next flag are its.
  $values = @{
<<VALUES>>
  }
  $operands = @{
<<OPERANDS>>
  }

  function Get-Offer($table) {
    foreach ($one in $table.Keys) {
      if ($one -like "$wordToComplete*") {
        [System.Management.Automation.CompletionResult]::new($one, $one, 'ParameterValue', $table[$one])
      }
    }
  }
  function Get-WordOffer($list, $before) {
    foreach ($one in $list) {
      if ("$before$one" -like "$wordToComplete*") {
        [System.Management.Automation.CompletionResult]::new("$before$one", $one, 'ParameterValue', $one)
      }
    }
  }

  # The words before the one at the cursor, without the program.
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  if ($words.Count -eq 0) { return Get-Offer $commands }
  $command = $words[0]
  $start = 1
  if ($groups.ContainsKey($command)) {
    if ($words.Count -eq 1) { return Get-Offer $groups[$command] }
    $command = "$command $($words[1])"
    $start = 2
  }
  if (-not $flags.ContainsKey($command)) { return }
  $isEnded = $words -contains '--'
  if (-not $isEnded -and $wordToComplete -match '^(--[^=]+)=') {
    $flag = $Matches[1]
    foreach ($key in "$command $flag", "* $flag") {
      if ($values.ContainsKey($key)) { return Get-WordOffer $values[$key].Words "$flag=" }
    }
    return
  }
  if (-not $isEnded -and $wordToComplete -like '-*') { return Get-Offer $flags[$command] }
  if (-not $isEnded) {
    for ($at = $words.Count - 1; $at -ge $start; $at--) {
      if ($words[$at] -notlike '-*') { continue }
      foreach ($key in "$command $($words[$at])", "* $($words[$at])") {
        if (-not $values.ContainsKey($key)) { continue }
        if ($at -eq $words.Count - 1 -or $values[$key].List) { return Get-WordOffer $values[$key].Words '' }
      }
      break
    }
  }
  Get-WordOffer $operands[$command] ''
}
`;

/** The script for PowerShell, 5.1 and later. Where it gives nothing, PowerShell itself offers files. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  const groups = groupsOf(commands);
  const single = commands.filter(({ name }) => !name.includes(' '));
  const first = [
    ...single.map(({ name, summary }) => pair(name, summary)),
    ...groups.map(({ group, members }) => pair(group, members.map(({ name }) => name.split(' ')[1]).join(', '))),
    pair('--help', 'Print this.'),
    pair('--version', 'Print the version.'),
  ];
  const operands = commands.map(({ name, operands: taken }) => `${quoted(name)} = ${wordList(taken)}`);
  return filledHoles(script, {
    FIRST: lines(first, '    '),
    GROUPS: lines(groups.map(groupEntry), '    '),
    FLAGS: commands.map(flagsEntry).join('\n'),
    VALUES: lines(flagGroups(commands).flatMap(valueEntries), '    '),
    OPERANDS: lines(operands, '    '),
  });
}

function groupEntry({ group, members }: CommandGroup): string {
  const seconds = members.map(({ name, summary }) => pair(name.slice(group.length + 1), summary));
  return `${quoted(group)} = [ordered]@{ ${seconds.join('; ')} }`;
}

function flagsEntry({ name, flags }: CompletedCommand): string {
  const pairs = flags.map(({ name: flag, help }) => pair(flag, help));
  return `    ${quoted(name)} = [ordered]@{\n${lines(pairs, '      ')}\n    }`;
}

function valueEntries({ takes, isList, patterns }: FlagGroup): readonly string[] {
  const value = `@{ Words = ${wordList(takes)}; List = ${isList ? '$true' : '$false'} }`;
  return patterns.map(([name, word]) => `${quoted(`${name} ${word}`)} = ${value}`);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const pair = (name: string, text: string): string => `${quoted(name)} = ${quoted(text)}`;

const wordList = ({ words }: Takes): string => `@(${words.map(quoted).join(', ')})`;

const lines = (all: readonly string[], indent: string): string => all.map((line) => `${indent}${line}`).join('\n');
