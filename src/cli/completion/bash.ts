import { firstWords, flagGroups, groupsOf, type CommandGroup, type FlagGroup } from './by-flag.js';
import type { CompletedCommand, Takes } from './model.js';
import { filledHoles } from './with-holes.js';

const script = String.raw`# Completion of connector-kit for bash. Made by: connector-kit completion bash

_connector_kit_paths() {
  local one
  compopt -o filenames 2>/dev/null # bash 3 has none
  while IFS= read -r one; do COMPREPLY+=("$mark$one"); done < <(compgen "$1" -- "$2")
}

_connector_kit_words() {
  local one
  while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen -W "$1" -- "$2")
}

_connector_kit() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" start=2 at back=1 flag='' list='' words='' paths='' ended='' mark=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _connector_kit_words <<FIRST>> "$cur"
    return
  fi
  case "$command" in
<<GROUPS>>
  esac
  # bash makes two words of @FILE, and replaces both
  if [[ "$cur" == @* || "$cur" == =@* ]]; then
    mark=@ cur="\${cur#*@}"
  elif [[ "\${COMP_WORDS[COMP_CWORD - 1]}" == @ || "\${COMP_WORDS[COMP_CWORD - 1]}" == =@ ]]; then
    mark=@
  fi
  if [[ -n "$mark" ]]; then
    _connector_kit_paths -f "$cur"
    return
  fi
  for ((at = start; at < COMP_CWORD; at++)); do
    [[ "\${COMP_WORDS[at]}" == -- ]] && ended=1
  done
  # bash makes three words of --flag=value
  if [[ "$cur" == = ]]; then cur=''; fi
  if [[ -z "$ended" ]]; then
    for ((at = COMP_CWORD - 1; at >= start; at--)); do
      case "\${COMP_WORDS[at]}" in
        =) continue ;;
        -*)
          flag="\${COMP_WORDS[at]}"
          break
          ;;
      esac
      ((back++))
    done
  fi
  if [[ -n "$flag" && "$cur" != -* ]]; then
    case "$command $flag" in
<<VALUES>>
      *) flag='' ;;
    esac
    if [[ -n "$flag" && ( $back -eq 1 || -n "$list" ) ]]; then
      [[ -n "$words" ]] && _connector_kit_words "$words" "$cur"
      [[ -n "$paths" ]] && _connector_kit_paths "$paths" "$cur"
      return 0
    fi
    words='' paths=''
  fi
  case "$command" in
<<COMMANDS>>
  esac
  [[ -n "$words" ]] && _connector_kit_words "$words" "$cur"
  [[ -n "$paths" ]] && _connector_kit_paths "$paths" "$cur"
  return 0
}

complete -F _connector_kit connector-kit
`.replaceAll('\\$', '$');

/** The script for bash, 3.2 (macOS) and later. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return filledHoles(script, {
    FIRST: quoted([...firstWords(commands), '--help', '--version']),
    GROUPS: groupsOf(commands).map(groupCase).join('\n'),
    VALUES: flagGroups(commands).map(valueCase).join('\n'),
    COMMANDS: commands.map(commandCase).join('\n'),
  });
}

function groupCase({ group, members }: CommandGroup): string {
  const seconds = members.map(({ name }) => name.slice(group.length + 1));
  return `    ${group})
      if ((COMP_CWORD == 2)); then
        _connector_kit_words ${quoted([...seconds, '--help'])} "$cur"
        return
      fi
      command="$command \${COMP_WORDS[2]}"
      start=3
      ;;`;
}

function valueCase({ takes, isList, patterns }: FlagGroup): string {
  const cases = patterns.map(([name, word]) => (name === '*' ? `*' ${word}'` : `'${name} ${word}'`));
  return `      ${cases.join(' | ')}) ${setting(takes)}${isList ? ' list=1' : ''} ;;`;
}

function commandCase({ name, flags, operands }: CompletedCommand): string {
  const words = flags.flatMap((one) => (one.short === undefined ? [one.name] : [one.name, one.short]));
  return `    '${name}')
      if [[ "$cur" == -* && -z "$ended" ]]; then
        words=${quoted(words)}
      else
        ${setting(operands)}
      fi
      ;;`;
}

function setting({ words, paths }: Takes): string {
  return `words=${quoted(words)} paths=${paths === undefined ? "''" : paths === 'files' ? '-f' : '-d'}`;
}

/** Words of ours are letters, digits and dashes: nothing in them needs care in single quotes. */
const quoted = (words: readonly string[]): string => `'${words.join(' ')}'`;
