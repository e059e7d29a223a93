# What zsh offers for a line, typed into an interactive zsh of its own: ask.zsh PREPARATION LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2=; $1"
# Each thing that is offered passes here, so it can be told from what else is on the terminal.
zpty -w shell 'compadd() {
  local -a offered
  if [[ $* != *-[OAD]\ * ]]; then
    builtin compadd -O offered "$@"
    print -rl -- "offered:"$^offered
  fi
  builtin compadd "$@"
}'
zpty -w shell 'ask() { print; zle list-choices; print -r -- asked:; }; zle -N ask; bindkey "^I" ask'
zpty -w shell 'print -r -- rea""dy'
zpty -r shell heard '*ready*'
zpty -w -n shell "$2"$'\t'
zpty -r shell heard '*asked:*'
print -rl -- ${${(M)${(f)heard//$'\r'/}:#offered:?*}#offered:}
