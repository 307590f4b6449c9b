import { flagGroups, groupsOf, type CommandGroup, type FlagGroup } from './by-flag.js';
import type { CompletedCommand, Takes } from './model.js';
import { filledHoles } from './with-holes.js';

const script = String.raw`#compdef connector-kit
# Completion of connector-kit for zsh. Made by: connector-kit completion zsh

_connector_kit_taken() {
  [[ -n "$taken_words" ]] && compadd -- \${=taken_words}
  case "$taken_paths" in
    files) _files ;;
    folders) _files -/ ;;
  esac
}

_connector_kit() {
  local cur="\${words[CURRENT]}" command="\${words[2]}" flag='' is_list='' taken_words='' taken_paths='' ended=''
  local -i start=3 at back=1
  local -a list
  if (( CURRENT == 2 )); then
    list=(
<<FIRST>>
    )
    _describe command list
    compadd -- --help --version
    return
  fi
  case "$command" in
<<GROUPS>>
  esac
  for (( at = start; at < CURRENT; at++ )); do
    [[ "\${words[at]}" == -- ]] && ended=1
  done
  if [[ -z "$ended" ]]; then
    if [[ "$cur" == --*=* ]]; then
      flag="\${cur%%=*}"
      compset -P '*='
      cur="\${cur#*=}"
    else
      for (( at = CURRENT - 1; at >= start; at-- )); do
        case "\${words[at]}" in
          --*=*) break ;;
          -*)
            flag="\${words[at]}"
            break
            ;;
        esac
        (( back++ ))
      done
    fi
  fi
  if [[ -n "$flag" && "$cur" != -* ]]; then
    case "$command $flag" in
<<VALUES>>
      (*) flag='' ;;
    esac
    if [[ -n "$flag" ]] && (( back == 1 )) || [[ -n "$is_list" ]]; then
      _connector_kit_taken
      return
    fi
    taken_words='' taken_paths=''
  fi
  case "$command" in
<<COMMANDS>>
  esac
  if [[ "$cur" == -* && -z "$ended" ]]; then
    _describe -o flag list
  else
    _connector_kit_taken
  fi
}

if [[ "\${funcstack[1]}" == _connector-kit ]]; then
  _connector_kit "$@"
else
  compdef _connector_kit connector-kit
fi
`.replaceAll('\\$', '$');

/** The script for zsh: to be evaluated, or a file _connector-kit in a folder of $fpath. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const groups = groupsOf(commands);
  const single = commands.filter(({ name }) => !name.includes(' '));
  const first = [
    ...single.map(({ name, summary }) => described(name, summary)),
    ...groups.map(({ group, members }) => described(group, members.map(({ name }) => name.split(' ')[1]).join(', '))),
  ];
  return filledHoles(script, {
    FIRST: lines(first, '      '),
    GROUPS: groups.map(groupCase).join('\n'),
    VALUES: flagGroups(commands).map(valueCase).join('\n'),
    COMMANDS: commands.map(commandCase).join('\n'),
  });
}

function groupCase({ group, members }: CommandGroup): string {
  const seconds = members.map(({ name, summary }) => described(name.slice(group.length + 1), summary));
  return `    ${group})
      if (( CURRENT == 3 )); then
        list=(
${lines(seconds, '          ')}
        )
        _describe command list
        return
      fi
      command="$command \${words[3]}"
      start=4
      ;;`;
}

function valueCase({ takes, isList, patterns }: FlagGroup): string {
  const cases = patterns.map(([name, word]) => (name === '*' ? `*' ${word}'` : `'${name} ${word}'`));
  return `      (${cases.join('|')}) ${setting(takes)}${isList ? '; is_list=1' : ''} ;;`;
}

function commandCase({ name, flags, operands }: CompletedCommand): string {
  const words = flags.flatMap(({ name: flag, short, help }) =>
    [flag, ...(short === undefined ? [] : [short])].map((word) => described(word, help)),
  );
  return `    ('${name}')
      list=(
${lines(words, '        ')}
      )
      ${setting(operands)}
      ;;`;
}

function setting({ words, paths }: Takes): string {
  return `taken_words='${words.join(' ')}'; taken_paths='${paths ?? ''}'`;
}

const described = (name: string, text: string): string =>
  `'${name}:${text.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll("'", "'\\''")}'`;

const lines = (all: readonly string[], indent: string): string => all.map((line) => `${indent}${line}`).join('\n');
