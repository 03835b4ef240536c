#!/bin/sh
# Answers one hook event of Claude Code by the program in ../hook, and sees to it that a failure is not taken for a yes: the
# client lets a call through when a hook crashes, hangs or prints nonsense; only exit status 2 blocks.
#
#   run.sh ROLE <payload     ROLE is guard (before a write), stamp (before a shell command) or watch (everything else)
#
# Whatever is no clean answer becomes 2, with a sentence, where the call could break a rule: before a write or a commit, by an
# agent that a definition in the repository names. Everybody else goes on as if there were no hook.
#
# Plain POSIX sh. Nothing of the payload is executed or expanded.

role=${1:-watch}
deadline=${AGENT_OWNERSHIP_DEADLINE:-10}
case $deadline in
*[!0-9]* | 0) deadline=10 ;;
esac
# A client that was started from a desktop has a short PATH, or none.
PATH=${PATH:+$PATH:}/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/opt/local/bin
export PATH
case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
program=$here/../hook/index.js
directory=

# The payload can be read once, and it is needed again where the program fails; in files, because a pipe stays open as long as
# anything that the program started.
tidy() {
  if [ -n "$directory" ]; then rm -rf "$directory"; fi
}
trap tidy EXIT
trap 'exit 2' HUP INT TERM
for place in "${TMPDIR:-/tmp}" /tmp /var/tmp "${CLAUDE_PLUGIN_DATA:-/tmp}"; do
  directory=$(mktemp -d "$place/agent-ownership.XXXXXX" 2>/dev/null) && break
  directory=
done

# What no agent writes is not judged: not even Node has to be there for it. Any other status than 1 is a grep that failed.
is_a_persons_write() {
  if [ "$role" != guard ]; then return 1; fi
  grep -q '"agent_type"' "$directory/payload" 2>/dev/null
  [ "$?" -eq 1 ]
}

# Leaves the answer in $answer, or says in $why that there is none.
ask() {
  answer=
  if [ -z "$directory" ]; then
    why='no temporary file can be written'
    payload=$(cat)
    return 1
  fi
  cat >"$directory/payload"
  if is_a_persons_write; then
    answer='{}'
    return 0
  fi
  node=${AGENT_OWNERSHIP_NODE:-node}
  if ! command -v "$node" >/dev/null 2>&1; then
    why='node is not found'
    return 1
  fi
  "$node" --no-warnings "$program" <"$directory/payload" >"$directory/answer" 2>/dev/null &
  worker=$!
  # Ends the program in time. It holds no pipe of ours, and takes its own sleep along when it is not needed. A signal that
  # comes before its trap is set is lost: the file says the same.
  (
    trap 'kill "$sleeping" 2>/dev/null; exit 0' TERM
    if [ -e "$directory/done" ]; then exit 0; fi
    sleep "$deadline" &
    sleeping=$!
    wait "$sleeping"
    : >"$directory/late"
    kill -9 "$worker"
  ) </dev/null >/dev/null 2>&1 &
  watchdog=$!
  { wait "$worker"; } 2>/dev/null
  status=$?
  : >"$directory/done"
  { kill "$watchdog" && wait "$watchdog"; } 2>/dev/null
  if [ "$status" -ne 0 ]; then
    why="the program failed with exit status $status"
    if [ -e "$directory/late" ]; then why="there was no answer within $deadline seconds"; fi
    return 1
  fi
  more=
  { IFS= read -r answer && ! IFS= read -r more && [ -z "$more" ]; } <"$directory/answer" && return 0
  why='the program did not answer'
  return 1
}

whole_payload() {
  if [ -n "$directory" ]; then cat "$directory/payload"; else printf '%s\n' "$payload"; fi
}

# The payload without the arguments of the call, which may have keys of any name; the client puts the id of the call last.
event() {
  whole_payload | sed 's/"tool_input" *:.*"tool_use_id"/"tool_use_id"/'
}

# The first text that stands under a key in the JSON on standard input, for a program that cannot read JSON: inside of other
# texts quotes are escaped, so that no content can pass for a key.
text_of() {
  grep -o "\"$1\" *: *\"[^\"]*\"" 2>/dev/null | head -n 1 | sed 's/^[^:]*: *"//; s/"$//; s#\\\\#/#g'
}

# Names that differ in case, blanks, - and _ only are one.
normalise() {
  tr 'A-Z' 'a-z' | tr -d " \t\r\"'_-"
}

# The root of the working tree that a directory lies in, or nothing.
top_of() {
  above=$1
  while [ -n "$above" ] && [ "$above" != . ]; do
    if [ -e "$above/.git" ]; then
      printf '%s' "$above"
      return
    fi
    case $above in
    */*) above=${above%/*} ;;
    *) return ;;
    esac
  done
}

# The directories in which definitions may lie, from one directory up to the root of its working tree.
places_from() {
  top=$(top_of "$1")
  if [ -z "$top" ]; then return; fi
  above=$1
  while :; do
    for place in .claude/agents .github/agents .gemini/agents .cursor/agents .opencode/agent .opencode/agents; do
      if [ -d "$above/$place" ]; then printf '%s\n' "$above/$place"; fi
    done
    if [ "$above" = "$top" ]; then break; fi
    above=${above%/*}
  done
  git -C "$top" -c core.fsmonitor=false -c core.quotePath=false ls-files -- ':(glob)**/.claude/agents/**/*.md' 2>/dev/null |
    sed -n "s#/[^/]*\$##; s#^#$(printf '%s' "$top" | sed 's/[#&\\]/\\&/g')/#p" | sort -u
}

# Every name that a definition in one of the places has or may have, one a line.
names_in() {
  sort -u | while IFS= read -r place; do
    find -L "$place" -type f -name '*.md' 2>/dev/null | sed 's#.*/##; s/\.md$//; s/\.agent$//'
    find -L "$place" -type f -name '*.md' -exec \
      grep -hiE "^[[:blank:]]*[\"']?name[\"']?[[:blank:]]*:" {} + 2>/dev/null | sed 's/^[^:]*://; s/ #.*//'
  done | normalise
}

# Whether a definition names this type, as it is or behind the name of a plugin.
is_defined() {
  whole=$(printf '%s\n' "$1" | normalise)
  tail=$(printf '%s\n' "${1##*:}" | normalise)
  if [ -z "$whole" ]; then return 1; fi
  printf '%s\n' "$names" | grep -qxF -e "$whole" -e "${tail:-$whole}"
}

# The type that an agent without rules works for, as the program noted it when the agent was started.
delegated_from() {
  id=$(event | text_of agent_id)
  session=$(event | text_of session_id)
  transcript=$(event | text_of transcript_path)
  top=$(top_of "$cwd")
  if [ -z "$id" ] || [ -z "$top" ]; then return; fi
  common=$(git -C "$top" rev-parse --path-format=absolute --git-common-dir 2>/dev/null) || common=$top/.git
  notes=$common/agent-ownership/delegations/$session
  meta=${transcript%/*}/$session/subagents/agent-$id.meta.json
  call=
  if [ -f "$meta" ]; then call=$(text_of toolUseId <"$meta"); fi
  for note in "$notes/agent-$id" "$notes/call-$call"; do
    if [ -f "$note" ]; then
      cat "$note"
      return
    fi
  done
}

# Whether a failure must block this call: it could break a rule, and who makes it is bound.
must_block() {
  # Bytes, whatever they are in the user's language.
  LC_ALL=C
  export LC_ALL
  case $role in
  guard) ;;
  stamp) whole_payload | grep 'commit' >/dev/null || return 1 ;;
  *) return 1 ;;
  esac
  type=$(event | text_of agent_type)
  if [ -z "$type" ]; then return 1; fi
  cwd=$(event | text_of cwd)
  file=$(whole_payload | text_of file_path)
  if [ -z "$file" ]; then file=$(whole_payload | text_of notebook_path); fi
  names=$({
    places_from "$cwd"
    places_from "${file%/*}"
  } | names_in)
  is_defined "$type" || is_defined "$(delegated_from)"
}

if ask; then
  case $answer in
  '{}') exit 0 ;;
  '{"'*'}')
    printf '%s\n' "$answer"
    exit 0
    ;;
  esac
  why='the program did not answer'
fi

if ! must_block; then exit 0; fi
printf 'agent-ownership could not judge this call: %s. What %s cannot touch is therefore not known, and nothing is written. Tell the person you work for: the plugin needs Node 20 or newer; `sh %s %s` with a payload on standard input shows what it says.\n' \
  "$why" "$(printf '%s' "$type" | tr -cd 'A-Za-z0-9 _.:-')" "$0" "$role" >&2
exit 2
